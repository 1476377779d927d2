using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Configuration;

namespace LearningSociety.App.Settings;

/// <summary>Settings, or what is wrong with them: one sentence a fault, each naming the setting.</summary>
public sealed record SettingsReading(AppSettings? Settings, ImmutableArray<string> Faults);

/// <summary>Reads <see cref="AppSettings"/> from configuration.</summary>
public static class SettingsReader
{
    /// <summary>The section that all settings of the product stand in.</summary>
    public const string Section = "LearningSociety";

    // The connection of dossiers and their records. The host's own, AzureWebJobsStorage, is none of the app's business.
    private const string StorageName = "DataStorage";
    private const string PlatformSignIn = "WEBSITE_AUTH_ENABLED";

    /// <summary>Reads and checks every setting; never throws for a bad value.</summary>
    public static SettingsReading Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var faults = ImmutableArray.CreateBuilder<string>();
        var source = new Source(configuration, faults);

        var storage = ReadStorage(source);
        var layoutEndpoint = source.Address("Layout:Endpoint", required: true);
        var sealEndpoint = source.Address("Seal:Endpoint", required: false);
        var layoutKey = source.Text("Layout:Key");
        var seal = sealEndpoint is null ? null : new SealSettings(sealEndpoint, source.Text("Seal:Key") ?? layoutKey);
        var intake = new IntakeSettings(
            source.Duration("QuietPeriod", TimeSpan.FromSeconds(60)),
            source.Whole("MaxFileBytes", 50L << 20, 1, 2L << 30),
            (int)source.Whole("MaxPages", 300, 1, 10_000),
            (int)source.Whole("MaxFiles", 100, 1, 1_000));
        var mail = ReadMail(source);
        var access = new AccessSettings(source.Flag("Access:EntraId", false), (int)source.Whole("Access:ForwardedHops", 0, 0, 8));
        if (access.EntraId && !string.Equals(source.Root(PlatformSignIn), "true", StringComparison.OrdinalIgnoreCase))
            source.Fault("Access:EntraId", "is on, but App Service authentication is not: then anybody could say who they are. Switch that on too or this off");
        var publicUrl = source.Address("PublicUrl", required: false);
        var roots = source.Text("TrustedRoots");
        if (roots is not null && !Directory.Exists(roots))
            source.Fault("TrustedRoots", $"names the folder '{roots}', which does not exist: create it or remove the setting");

        return faults.Count > 0
            ? new(null, faults.ToImmutable())
            : new(new(storage!, new(layoutEndpoint!, layoutKey, source.Text("Layout:Model") ?? "prebuilt-layout", source.Text("Layout:Version") ?? "1"), seal, intake, mail!, publicUrl, roots) { Access = access }, []);
    }

    private static StorageSettings? ReadStorage(Source source)
    {
        var connection = source.Root(StorageName);
        if (connection is not null)
            return new(connection, null, null);
        var blobs = source.RootAddress($"{StorageName}:blobServiceUri");
        var tables = source.RootAddress($"{StorageName}:tableServiceUri");
        if (blobs is not null && tables is not null)
            return new(null, blobs, tables);
        source.Add($"Setting '{StorageName}' is missing: give a storage connection string, or both '{StorageName}__blobServiceUri' and '{StorageName}__tableServiceUri'.");
        return null;
    }

    private static MailSettings? ReadMail(Source source)
    {
        var from = source.Text("Mail:From") ?? "no-reply@learning-society.example";
        if (!MailAddress.TryCreate(from, out _))
            source.Fault("Mail:From", $"is '{from}', which is no e-mail address");
        var pickup = source.Text("Mail:PickupFolder");
        var host = source.Text("Mail:Smtp:Host");
        var service = source.Address("Mail:CommunicationEndpoint", required: false);
        if (new object?[] { pickup, host, service }.Count(way => way is not null) > 1)
            source.Fault("Mail", "names more than one of PickupFolder, Smtp:Host and CommunicationEndpoint: keep one of them");
        var name = source.Text("Mail:FromName") ?? "Hệ thống kiểm tra hồ sơ học tập";
        if (service is not null)
            return new(from, name, null, null) { CommunicationEndpoint = service };
        if (host is null)
            return new(from, name, Path.GetFullPath(pickup ?? "pickup"), null);
        var user = source.Text("Mail:Smtp:User");
        var password = source.Text("Mail:Smtp:Password");
        if (user is null != password is null)
            source.Fault("Mail:Smtp", "needs User and Password together, or neither");
        return new(from, name, null, new(host, (int)source.Whole("Mail:Smtp:Port", 587, 1, 65535), user, password, source.Flag("Mail:Smtp:StartTls", true)));
    }

    /// <summary>Values by name, collecting faults on the way.</summary>
    private sealed class Source(IConfiguration configuration, ImmutableArray<string>.Builder faults)
    {
        public void Add(string sentence) => faults.Add(sentence);

        public void Fault(string name, string what) => faults.Add($"Setting '{Section}:{name}' {what}.");

        public string? Root(string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        public string? Text(string name) => Root($"{Section}:{name}");

        public Uri? RootAddress(string name) => Parse(Root(name), what => faults.Add($"Setting '{name}' {what}."));

        public Uri? Address(string name, bool required)
        {
            var text = Text(name);
            if (text is null && required)
                Fault(name, "is missing: give an address such as https://host/");
            return Parse(text, what => Fault(name, what));
        }

        public TimeSpan Duration(string name, TimeSpan standard)
        {
            var text = Text(name);
            if (text is null)
                return standard;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86_400)
                return TimeSpan.FromSeconds(seconds);
            if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero && span <= TimeSpan.FromDays(1))
                return span;
            Fault(name, $"is '{text}': give seconds or hh:mm:ss, at most one day");
            return standard;
        }

        public long Whole(string name, long standard, long least, long most)
        {
            var text = Text(name);
            if (text is null)
                return standard;
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                return value;
            Fault(name, $"is '{text}': give a whole number from {least} to {most}");
            return standard;
        }

        public bool Flag(string name, bool standard)
        {
            var text = Text(name);
            if (text is null)
                return standard;
            if (bool.TryParse(text, out var value))
                return value;
            Fault(name, $"is '{text}': give true or false");
            return standard;
        }

        private static Uri? Parse(string? text, Action<string> fault)
        {
            if (text is null)
                return null;
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
            fault($"is '{text}': give an absolute http or https address");
            return null;
        }
    }
}
