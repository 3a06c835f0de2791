using System.Globalization;
using CsCheck;
using PoolingGen.Kernels.Tests.Specs;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>Kernels drawn from all that the contract allows, against the oracle at every level of instructions.</summary>
public class SpecTests
{
    /// <summary>So many that they take about a minute; the environment may ask for another number.</summary>
    private static readonly int Count =
        int.Parse(Environment.GetEnvironmentVariable("POOLINGGEN_SPECS") ?? "100", CultureInfo.InvariantCulture);

    [Fact]
    public void Drawn_kernels_agree_with_the_oracle_at_every_level() => new SpecGen().Array[Count].Sample(
        static specs => Assert.Null(SpecRun.Failures(specs).FirstOrDefault()),
        iter: 1,
        threads: 1,
        print: static specs => $"{specs.Length} kernels");
}
