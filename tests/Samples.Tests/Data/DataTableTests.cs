using Samples.Data;

namespace Samples.Tests.Data;

public sealed class DataTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reads_text_and_numbers_by_the_name_of_their_column()
    {
        using var culture = new OtherCulture();
        var table = Read("name,value\n\"a, b\",1.5\nc,-2e-3\n");

        Assert.Equal(["a, b", "c"], table.Rows.Select(row => table.Text(row, "name")));
        Assert.Equal([1.5, -0.002], table.Rows.Select(row => table.Number(row, "value")));
    }

    [Fact]
    public void Counts_the_lines_of_the_file_and_not_the_rows()
    {
        var table = Read("\uFEFFname,value\r\n\r\n\"two\r\nlines\",1\r\nc,2\r\n");

        Assert.Equal([3, 5], table.Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("1,5", "\"1,5\"")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    public void A_cell_that_is_no_number_is_named_by_line_and_column(string content, string? written = null)
    {
        var table = Read($"name,value\na,1\nb,{written ?? content}\n");

        var problem = Assert.Throws<SampleException>(() => table.Number(table.Rows[1], "value"));

        Assert.Equal($"{FilePath}, line 3, column 'value': '{content}' is not a number.", problem.Message);
    }

    [Theory]
    [InlineData("name,other\na,1\n", ", line 1: the column 'value' is missing. The header has: name, other.")]
    [InlineData("name,value,value\na,1,2\n", ", line 1: the column 'value' is there more than once.")]
    [InlineData("name,value\na,1\nb\n", ", line 3: 1 fields, but the header has 2.")]
    [InlineData("name,value\na,1\n\nb,2,3\n", ", line 4: 3 fields, but the header has 2.")]
    [InlineData("", " is empty. It must have a header and at least one row.")]
    [InlineData("\n\n", " is empty. It must have a header and at least one row.")]
    [InlineData("name,value\n", " has a header, but no rows below it.")]
    public void A_broken_file_is_refused_by_what_is_wrong_with_it(string content, string message)
    {
        var problem = Assert.Throws<SampleException>(() => Read(content));

        Assert.Equal(FilePath + message, problem.Message);
    }

    [Fact]
    public void Quotes_that_do_not_match_are_named_by_line()
    {
        var problem = Assert.Throws<SampleException>(() => Read("name,value\na,1\n\"b,2\nc,3\n"));

        Assert.StartsWith($"{FilePath}, line 3: ", problem.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var problem = Assert.Throws<SampleException>(() => DataTable.Read(FilePath, "name"));

        Assert.StartsWith($"{FilePath} cannot be read: ", problem.Message);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        var problem = Assert.Throws<SampleException>(() => DataTable.Read(folder.Path, "name"));

        Assert.StartsWith($"{folder.Path} cannot be read: ", problem.Message);
    }

    private string FilePath => Path.Combine(folder.Path, "table.csv");

    private DataTable Read(string content) => DataTable.Read(folder.Write("table.csv", content), "name", "value");
}
