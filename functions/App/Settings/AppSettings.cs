namespace LearningSociety.App.Settings;

/// <summary>All settings of the app, read and checked once at start.</summary>
/// <param name="Storage">Where blobs and tables are.</param>
/// <param name="Layout">The engine that reads pages.</param>
/// <param name="Seal">The engine that looks for seals and handwriting; null when nobody does.</param>
/// <param name="Intake">Limits and waiting times of the intake.</param>
/// <param name="Mail">How e-mails leave.</param>
/// <param name="PublicUrl">The address people reach the app at, for links in e-mails; null for mails without links.</param>
/// <param name="TrustedRoots">Folder with the root certificates that digital signatures are trusted by; null for none.</param>
public sealed record AppSettings(
    StorageSettings Storage, LayoutSettings Layout, SealSettings? Seal, IntakeSettings Intake, MailSettings Mail, Uri? PublicUrl, string? TrustedRoots)
{
    /// <summary>Whom the app believes about a request.</summary>
    public AccessSettings Access { get; init; } = new(false, 0);
}

/// <summary>Where blobs and tables are: a connection string, or the addresses of the two services, reached with the app's identity.</summary>
public sealed record StorageSettings(string? ConnectionString, Uri? BlobServiceUri, Uri? TableServiceUri);

/// <summary>The layout engine.</summary>
/// <param name="Endpoint">Address of a Form Recognizer v3.1 service.</param>
/// <param name="Key">Its key; null to use the app's identity.</param>
/// <param name="Model">The model asked for when no seal engine shares the endpoint.</param>
/// <param name="Version">The engine's version as the operator names it: layouts are kept by it, another one reads every page again.</param>
public sealed record LayoutSettings(Uri Endpoint, string? Key, string Model, string Version);

/// <summary>The engine that looks for seals and handwriting: its model is always "dossier".</summary>
/// <param name="Endpoint">Address; may be the layout engine's own.</param>
/// <param name="Key">Its key; null for the layout engine's.</param>
public sealed record SealSettings(Uri Endpoint, string? Key);

/// <summary>Limits and waiting times of the intake.</summary>
/// <param name="QuietPeriod">A revision closes by itself when no file came for this long.</param>
/// <param name="MaxFileBytes">Largest file, in bytes.</param>
/// <param name="MaxPages">Most pages of one file.</param>
/// <param name="MaxFiles">Most files of one dossier.</param>
public sealed record IntakeSettings(TimeSpan QuietPeriod, long MaxFileBytes, int MaxPages, int MaxFiles);

/// <summary>How e-mails leave: a pickup folder, an SMTP server, or Azure Communication Services. Exactly one of the three is set.</summary>
/// <param name="From">Sender's address.</param>
/// <param name="FromName">Sender's name.</param>
/// <param name="PickupFolder">Folder that mails are put into as .eml files.</param>
/// <param name="Smtp">The SMTP server.</param>
public sealed record MailSettings(string From, string FromName, string? PickupFolder, SmtpSettings? Smtp)
{
    /// <summary>Address of the Communication Services resource, which is reached with the app's identity.</summary>
    public Uri? CommunicationEndpoint { get; init; }
}

/// <summary>Whom the app believes about a request.</summary>
/// <param name="EntraId">True to believe the identity that App Service authentication adds to a request. Only where the platform removes what callers put there.</param>
/// <param name="ForwardedHops">Proxies in front of the app that say who called (X-Forwarded-For, X-Forwarded-Proto); 0 believes nobody.</param>
public sealed record AccessSettings(bool EntraId, int ForwardedHops);

/// <summary>An SMTP server.</summary>
/// <param name="Host">Host name.</param>
/// <param name="Port">Port.</param>
/// <param name="User">User name; null to send without signing in.</param>
/// <param name="Password">Password of the user.</param>
/// <param name="StartTls">True to insist on STARTTLS.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, bool StartTls);
