// One machine, two cores, fixed ports: the suites of this project take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
