using System.Globalization;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Support;

/// <summary>Any result as text that differs as soon as one bit of a number differs.</summary>
internal static class ResultText
{
    public static string Of(IJourneyResult result)
    {
        ResultTable table = result.ToTable();
        StringBuilder text = new(result.Title);
        text.Append('\n').AppendJoin(" | ", table.Columns.Select(column => $"{column.Name}:{column.Kind}"));
        foreach (IReadOnlyList<object?> row in table.Rows) text.Append('\n').AppendJoin(" | ", row.Select(Cell));
        return text.ToString();
    }

    public static string Of<T>(Breakdown<T> result)
    {
        string flags = string.Join(',', result.Select(row => $"{row.Group}/{row.Column}:{(row.IsOther ? "other" : "")}{(row.IsNone ? "none" : "")}"));
        return $"{Of((IJourneyResult)result)}\n{flags}";
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number => string.Create(CultureInfo.InvariantCulture, $"{number:R}={BitConverter.DoubleToInt64Bits(number):X}"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
