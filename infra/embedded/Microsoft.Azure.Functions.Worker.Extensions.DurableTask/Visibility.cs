using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("LearningSociety.Conformance.Tests")]
