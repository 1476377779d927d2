using Azure.Core;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>Options of the pipeline that carries the requests: retries, transport, diagnostics.</summary>
public class DocumentAnalysisClientOptions : ClientOptions
{
    /// <summary>Creates options for one version of the service.</summary>
    /// <param name="version">The version of the REST protocol that is spoken.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is none of <see cref="ServiceVersion"/>.</exception>
    public DocumentAnalysisClientOptions(ServiceVersion version = ServiceVersion.V2023_07_31)
    {
        Version = version;
        VersionString = version switch
        {
            ServiceVersion.V2022_08_31 => "2022-08-31",
            ServiceVersion.V2023_07_31 => "2023-07-31",
            _ => throw new ArgumentOutOfRangeException(nameof(version), version, "Unknown version of the service."),
        };
    }

    /// <summary>The version of the REST protocol that is spoken.</summary>
    public ServiceVersion Version { get; }

    internal string VersionString { get; }

    /// <summary>Versions of the REST protocol.</summary>
    public enum ServiceVersion
    {
        /// <summary>2022-08-31 (v3.0).</summary>
        V2022_08_31 = 1,

        /// <summary>2023-07-31 (v3.1).</summary>
        V2023_07_31 = 2,
    }
}
