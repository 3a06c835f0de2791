using System.Text;

namespace PoolingGen.Generators.Printing;

/// <summary>
/// Writes C# text: <c>\n</c> line ends and four spaces per level on every machine, so that output is deterministic.
/// </summary>
internal sealed class SourceWriter
{
    private const string Indentation = "    ";

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Ends the line: a blank one.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Writes one line at the present depth. Embedded line ends start further lines of the same depth.</summary>
    public void Line(string line)
    {
        foreach (string part in line.Split('\n'))
        {
            if (part.Length > 0)
            {
                Indent();
                _text.Append(part);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Writes a header and an opening brace; disposing the result writes the closing one.</summary>
    public BlockScope Block(string header)
    {
        Line(header);
        return Block();
    }

    /// <summary>Writes an opening brace; disposing the result writes the closing one.</summary>
    public BlockScope Block()
    {
        Line("{");
        _depth++;
        return new BlockScope(this);
    }

    public override string ToString() => _text.ToString();

    private void Indent()
    {
        for (int level = 0; level < _depth; level++)
        {
            _text.Append(Indentation);
        }
    }

    private void CloseBlock()
    {
        _depth--;
        Line("}");
    }

    /// <summary>An open block, closed by <see cref="Dispose"/>.</summary>
    internal readonly struct BlockScope(SourceWriter writer) : IDisposable
    {
        public void Dispose() => writer.CloseBlock();
    }
}
