using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Options of the pipeline that carries the requests: retries, transport, diagnostics.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Creates options for one version of the service.</summary>
    /// <param name="serviceVersion">The version of the REST protocol that is spoken.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is none of <see cref="ServiceVersion"/>.</exception>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionString = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "Unknown version of the Table service."),
        };
    }

    internal string VersionString { get; }

    /// <summary>Versions of the REST protocol.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06, the first that takes Microsoft Entra tokens.</summary>
        V2020_12_06 = 2,
    }
}
