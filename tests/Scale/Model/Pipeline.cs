namespace LearningSociety.Scale.Model;

/// <summary>Who reads pages.</summary>
public enum LayoutChoice
{
    Server,
    DocumentIntelligence,
    Both,
}

/// <summary>A shape of the product, with the settings that change where a queue forms.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Layout">Who reads pages.</param>
/// <param name="Replicas">Most layout servers, of four cores each in Azure.</param>
/// <param name="CoresAReplica">Cores of one.</param>
/// <param name="Partitions">Partitions of the task hub.</param>
/// <param name="Instances">Most instances of the app.</param>
/// <param name="MailsAnHour">What the mail service takes in an hour.</param>
/// <param name="AnalysesASecond">What Document Intelligence takes in a second.</param>
internal sealed record Shape(string Name, LayoutChoice Layout, int Replicas, int CoresAReplica, int Partitions, int Instances, double MailsAnHour, double AnalysesASecond)
{
    /// <summary>As bicep/ sets it up for production.</summary>
    public static Shape Production { get; } = new("production, both engines", LayoutChoice.Both, 8, 4, 16, 100, Figures.MailsAnHour, Figures.AnalysesASecond);

    /// <summary>One machine of two cores.</summary>
    public static Shape OneMachine { get; } = new("one server, 2 cores", LayoutChoice.Server, 1, 2, 1, 1, double.PositiveInfinity, 0);
}

/// <summary>How a season went: seconds from handing in to the report and to the last mail.</summary>
internal sealed record Course(double Half, double Slow, double Longest, double LongestMail, IReadOnlyList<Station> Stations)
{
    public Station Of(string station) => Stations.Single(found => found.Name == station);

    /// <summary>Where people waited longest before their report.</summary>
    public Station Narrowest => Stations.Where(station => station.Name != Pipeline.Mail).MaxBy(station => station.LongestWait)!;
}

/// <summary>Sends a season through a shape, in steps of some seconds.</summary>
internal static class Pipeline
{
    public const string Turns = "orchestration";
    public const string Activities = "activities";
    public const string Server = "layout server";
    public const string Intelligence = "Document Intelligence";
    public const string Mail = "mail";

    private const double Step = 2;

    /// <summary>Processor seconds that the layout server needs for a dossier.</summary>
    public static double CpuSeconds(Season season) =>
        season.Pages * ((season.Scanned * Figures.ScannedCpuSeconds) + ((1 - season.Scanned) * Figures.DigitalCpuSeconds));

    /// <summary>Runs it.</summary>
    public static Course Run(Season season, Shape shape)
    {
        var stations = Stations(season, shape);
        var (arrivals, reports, mails) = (season.Arrivals(), new double[season.Dossiers], new double[season.Dossiers]);
        var entering = stations.Select(_ => new PriorityQueue<int, double>()).ToArray();
        for (var i = 0; i < arrivals.Count; i++)
            entering[0].Enqueue(i, arrivals[i] + Figures.QuietSeconds);
        var mail = stations.FindIndex(station => station.Name == Mail);
        var left = season.Dossiers;

        for (var now = 0.0; left > 0;)
        {
            for (var at = 0; at < stations.Count; at++)
            {
                while (entering[at].TryPeek(out var dossier, out var time) && time <= now)
                    stations[at].Enter(entering[at].Dequeue(), time);
                var here = at;
                stations[at].Work(now, Step, (dossier, time) =>
                {
                    if (here == mail - 1) reports[dossier] = time;
                    if (here < mail)
                    {
                        entering[here + 1].Enqueue(dossier, time);
                        return;
                    }

                    mails[dossier] = time;
                    left--;
                });
            }

            // Nights without anybody are passed over.
            now = stations.TrueForAll(station => station.IsIdle) && entering.Select(queue => queue.TryPeek(out _, out var time) ? time : double.PositiveInfinity).Min() is var next && next > now + Step && next < double.PositiveInfinity
                ? Math.Ceiling(next / Step) * Step
                : now + Step;
        }

        var waits = reports.Select((time, i) => time - arrivals[i]).Order().ToArray();
        return new(waits[waits.Length / 2], waits[waits.Length * 95 / 100], waits[^1], mails.Select((time, i) => time - arrivals[i]).Max(), stations);
    }

    private static List<Station> Stations(Season season, Shape shape)
    {
        var stations = new List<Station>
        {
            new(Turns, Figures.TurnsADossier, _ => shape.Partitions * Figures.TurnsASecondAndPartition),
            // One queue holds all activities.
            new(Activities, Figures.ActivitiesADossier, instances => Math.Min(instances * Figures.ActivitiesASecondAndInstance, Figures.MessagesASecondAndQueue), new(1, shape.Instances, 10, 0.7)),
        };
        if (shape.Layout != LayoutChoice.DocumentIntelligence)
            stations.Add(new(Server, CpuSeconds(season), replicas => replicas * shape.CoresAReplica * Figures.Efficiency, new(1, shape.Replicas, 30, 0.6), latency: CpuSeconds(season) / shape.CoresAReplica));
        if (shape.Layout != LayoutChoice.Server)
            stations.Add(new(Intelligence, season.Files, _ => Math.Min(Math.Min(shape.AnalysesASecond, Figures.PollsASecond / Figures.PollsAFile), Figures.IntelligencePagesASecond * season.Files / season.Pages), latency: 8));
        stations.Add(new(Mail, season.Readers, _ => double.IsPositiveInfinity(shape.MailsAnHour) ? 1_000 : Math.Min(shape.MailsAnHour / 3_600, Math.Max(Figures.MailsAMinute, shape.MailsAnHour / 60) / 60)));
        return stations;
    }
}
