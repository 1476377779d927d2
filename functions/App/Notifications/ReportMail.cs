namespace LearningSociety.App.Notifications;

/// <summary>A report as a mail: subject, complete HTML document without external content, and the same in plain text.</summary>
public sealed record ReportMail(string Subject, string Html, string Text);
