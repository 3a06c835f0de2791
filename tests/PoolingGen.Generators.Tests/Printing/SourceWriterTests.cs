using PoolingGen.Generators.Printing;

namespace PoolingGen.Generators.Tests.Printing;

public sealed class SourceWriterTests
{
    [Fact]
    public void Blocks_indent_and_blank_lines_stay_empty()
    {
        SourceWriter writer = new();
        using (writer.Block("class Outer"))
        {
            writer.Line("int first;");
            writer.Line();
            using (writer.Block("void Method()"))
            {
                writer.Line("// one\n\n// two");
            }
        }

        writer.Line("// end");

        Assert.Equal(
            """
            class Outer
            {
                int first;

                void Method()
                {
                    // one

                    // two
                }
            }
            // end

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }
}
