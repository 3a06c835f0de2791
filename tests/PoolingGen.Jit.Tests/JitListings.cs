using System.Collections.Concurrent;

namespace PoolingGen.Jit.Tests;

/// <summary>The listings of all levels, each made once.</summary>
public sealed class JitListings
{
    private readonly ConcurrentDictionary<string, JitListing> _listings = [];

    internal JitListing Of(JitLevel level) => _listings.GetOrAdd(level.Name, _ => JitListing.Of(level));
}
