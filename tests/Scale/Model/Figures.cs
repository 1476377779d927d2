namespace LearningSociety.Scale.Model;

/// <summary>A number with where it is from and when it was looked up. Services change theirs.</summary>
internal sealed record Figure(double Value, string Source, string Date)
{
    public static implicit operator double(Figure figure) => figure.Value;
}

/// <summary>What the simulation takes for given.</summary>
internal static class Figures
{
    private const string Bench = "tests/Benchmark, 2 cores, 27 scanned and 40 digital pages";
    private const string Intelligence = "learn.microsoft.com, Document Intelligence: service limits, tier S0 defaults, raised by support";
    private const string Durable = "learn.microsoft.com, Durable Functions: performance and scale";
    private const string Storage = "learn.microsoft.com, scalability targets for standard storage accounts, Queue and Table storage";
    private const string Mail = "learn.microsoft.com, Communication Services: limits of e-mail, own domain, raised by support";
    private const string Counted = "counted in functions/App/Processing: activities and orchestrator turns of a dossier";

    public static Figure ScannedCpuSeconds { get; } = new(0.89, Bench, "2026-11-22");
    public static Figure DigitalCpuSeconds { get; } = new(0.16, Bench, "2026-11-22");
    public static Figure ScannedPagesASecond { get; } = new(1.99, Bench, "2026-11-22");
    public static Figure DigitalPagesASecond { get; } = new(11.25, Bench, "2026-11-22");

    /// <summary>Share of the cores that reading gets; the rest is starting, waiting and writing.</summary>
    public static Figure Efficiency { get; } = new(0.89, "ratio of both measures", "2026-11-22");

    public static Figure AnalysesASecond { get; } = new(15, Intelligence, "2026-11-22");
    public static Figure PollsASecond { get; } = new(50, Intelligence, "2026-11-22");
    public static Figure PollsAFile { get; } = new(6, "LayoutOrchestrator: 0.4 s, then each second", "2026-11-22");
    public static Figure IntelligencePagesASecond { get; } = new(60, "no figure is published; some seconds a file, files side by side", "2026-11-22");

    public static Figure TurnsADossier { get; } = new(70, Counted, "2026-11-22");
    public static Figure ActivitiesADossier { get; } = new(57, Counted, "2026-11-22");
    public static Figure TurnsASecondAndPartition { get; } = new(50, Durable + " (100 to 150 of empty ones; halved for real ones)", "2026-11-22");
    public static Figure ActivitiesASecondAndInstance { get; } = new(25, Durable + " (100 of empty ones; ten at a time of 0.4 s each)", "2026-11-22");
    public static Figure MessagesASecondAndQueue { get; } = new(2_000, Storage, "2026-11-22");
    public static Figure EntitiesASecondAndPartition { get; } = new(2_000, Storage, "2026-11-22");

    /// <summary>Rows of one partition of the table "pending" that a dossier touches; the busiest partition there is.</summary>
    public static Figure PendingWritesADossier { get; } = new(14, "counted in Intake, Processing and Notifications", "2026-11-22");

    public static Figure MailsAnHour { get; } = new(100, Mail, "2026-11-22");
    public static Figure MailsAMinute { get; } = new(30, Mail, "2026-11-22");
    public static Figure QuietSeconds { get; } = new(60, "setting LearningSociety:QuietPeriod", "2026-11-22");
}
