namespace PoolingGen.Generators.Parsing;

/// <summary>As in the library, which a generator cannot reference. A spec knows what it comes to instead.</summary>
internal enum PoolingAutoPad
{
    Explicit,
    SameUpper,
    SameLower,
    Valid,
}
