using Azure.Data.Tables;

namespace LearningSociety.Conformance.Tables;

/// <summary>Which client the tests run on.</summary>
internal static class StandIn
{
    /// <summary>True for the stand-in; the official assembly is signed.</summary>
    public static bool IsUsed { get; } = typeof(TableClient).Assembly.GetName().GetPublicKeyToken() is not { Length: > 0 };
}
