namespace PoolingGen;

/// <summary>The plan of the generated kernel in words. The generator puts it on every implementation that it writes.</summary>
/// <param name="description">What the kernel does and how, for a person to read.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PoolingPlanAttribute(string description) : Attribute
{
    /// <summary>What the kernel does and how, for a person to read.</summary>
    public string Description { get; } = description;
}
