namespace LearningSociety.Cli.Commands;

/// <summary>What the commands say of themselves.</summary>
internal static class Texts
{
    public const string Root = "LearningSociety on this machine: starts everything, processes the sample dossiers, serves until Ctrl+C.";
    public const string Once = "End after the samples.";
    public const string Port = "Port of the web pages; the layout server takes the next one.";
    public const string StoragePort = "First of Azurite's three ports.";
    public const string Data = "Where storage, mail and logs are kept (usually .run/data).";
    public const string Process = "Puts folders of PDFs through the whole pipeline; writes report.json, report.html and message.eml per folder.";
    public const string Key = "Makes an access key; it is shown once.";
    public const string Reader = "Registers somebody who gets the reports by e-mail.";
    public const string Office = "Registers an office, or renames it.";
    public const string Import = "Puts a CSV file into a register (units, offices, measures, recognitions, receipts): all of it, or nothing and why.";
    public const string Statistics = "What is counted from the dossiers.";
    public const string Rebuild = "Makes statistics anew from the reports; says how much was not right.";
}
