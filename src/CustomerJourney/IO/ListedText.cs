using System.Text;

namespace CustomerJourney.IO;

/// <summary>The text of a value as a report lists it: its beginning, even if the value is megabytes long.</summary>
internal static class ListedText
{
    private const int MostBytes = 1024;

    public static string Of(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..Math.Min(MostBytes, value.Length)]);
}
