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

    /// <summary>The same kernels every time, unless the environment asks for others; <c>specs</c> draws new ones.</summary>
    private static readonly string Seed = Environment.GetEnvironmentVariable("POOLINGGEN_SEED") ?? "0004zV8BCeV1";

    [Fact]
    public void Drawn_kernels_agree_with_the_oracle_at_every_level() => new SpecGen().Array[Count].Sample(
        static specs =>
        {
            string failures = string.Join('\n', SpecRun.Failures(specs, emulate: true));
            Assert.True(failures.Length == 0, failures);
        },
        seed: Seed,
        iter: 1,
        threads: 1,
        print: static specs => $"{specs.Length} kernels");
}
