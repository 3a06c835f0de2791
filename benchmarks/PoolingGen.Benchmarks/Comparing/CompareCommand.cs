using System.CommandLine;
using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary><c>compare</c>: one layer after the other, all contenders in one process, a table at the end.</summary>
internal static class CompareCommand
{
    private const int DefaultRounds = 61;

    public static Command Create()
    {
        var choices = new Choices();
        Option<int> rounds = new("--rounds") { Description = "The turns that each contender takes.", DefaultValueFactory = _ => DefaultRounds };
        Option<bool> naive = new("--naive") { Description = "Time a naive loop too." };
        Option<FileInfo?> markdown = new("--markdown") { Description = "Write the report to this file." };
        Option<FileInfo?> json = new("--json") { Description = "Write the times to this file." };
        Option<FileInfo?> readme = new("--readme") { Description = "Write the report between the compare markers of this file." };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--rounds has to be at least 1.");
            }
        });

        var command = new Command("compare", "Times the kernels, their peers and the read + write limit in turn.")
        {
            rounds, naive, markdown, json, readme,
        };
        choices.AddTo(command);
        command.SetAction(arguments =>
        {
            ReadmeSection? section = arguments.GetValue(readme) is FileInfo document ? new ReadmeSection(document.FullName) : null;
            CompareReport report = Compare(choices.Read(arguments), arguments.GetValue(naive), arguments.GetValue(rounds));
            string text = report.ToString();

            Console.Write(text);
            section?.Replace(text);
            if (arguments.GetValue(markdown) is FileInfo markdownFile)
            {
                File.WriteAllText(markdownFile.FullName, text);
            }

            if (arguments.GetValue(json) is FileInfo jsonFile)
            {
                File.WriteAllText(jsonFile.FullName, CompareJson.Write(report));
            }
        });
        return command;
    }

    private static CompareReport Compare(Selection selection, bool naive, int rounds) => new(
        selection,
        [.. selection.Layers.Select(layer => Measure(selection, layer, naive, rounds))],
        [.. selection.Peers.Select(peer => Call(selection.Variant, peer, rounds))],
        rounds);

    private static Measurement Measure(Selection selection, Layer layer, bool naive, int rounds)
    {
        using Contest contest = selection.Open(layer);
        Contender[] contenders =
        [
            contest.Kernel, .. contest.Peers.SelectMany(entry => entry.Ways), contest.Limit, .. naive ? (Contender[])[contest.Naive] : [],
        ];
        Dictionary<Contender, double> medians = InterleavedTimer.Medians(contenders, rounds);
        return new Measurement(
            layer,
            contest.Bytes,
            medians[contest.Kernel],
            medians[contest.Limit],
            naive ? medians[contest.Naive] : null,
            [.. contest.Peers.Select(entry => new PeerTime(entry.Peer, entry.Ways.ToDictionary(way => way.Name, way => medians[way])))]);
    }

    /// <summary>The time of a call that has a single element to compute.</summary>
    private static PeerTime Call(Variant variant, Peer peer, int rounds)
    {
        using var job = new Job<float>(Layers.Element, variant with { Type = Variant.Float });
        Contender[] ways = [.. peer.Enter(job)];
        Dictionary<Contender, double> medians = InterleavedTimer.Medians(ways, rounds);
        Array.ForEach(ways, way => way.Dispose());
        return new PeerTime(peer, ways.ToDictionary(way => way.Name, way => medians[way]));
    }
}
