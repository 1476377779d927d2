namespace Microsoft.Azure.Functions.Worker.Core;

/// <summary>What an extension does when an app that references it is built.</summary>
public abstract class WorkerExtensionStartup
{
    /// <summary>Registers the extension's services and middleware; called once.</summary>
    public abstract void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder);
}

/// <summary>Names the startup class of an extension's assembly.</summary>
/// <param name="startupType">A class derived from <see cref="WorkerExtensionStartup"/> with a constructor without parameters.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class WorkerExtensionStartupAttribute(Type startupType) : Attribute
{
    /// <summary>The startup class.</summary>
    public Type StartupType { get; } = startupType;
}
