namespace CustomerJourney.Building.Documents;

/// <summary>How documents spell the values of an enum: its names in camel case, but for those that are spelled otherwise.</summary>
internal sealed class DocumentWords<T> where T : struct, Enum
{
    private readonly (string Word, T Value)[] _all;

    private DocumentWords((string Word, T Value)[] all) => _all = all;

    /// <summary>The words of an enum of which each is its name.</summary>
    public static DocumentWords<T> Default { get; } = Of();

    public IReadOnlyList<(string Word, T Value)> All => _all;

    public static DocumentWords<T> Of(params (string Word, T Value)[] spellings) =>
        new([.. Enum.GetValues<T>().Select(value => (Array.Find(spellings, spelling => spelling.Value.Equals(value)).Word ?? CamelCase(value.ToString()), value))]);

    /// <summary>The word for a value that the enum has.</summary>
    public string this[T value] => Array.Find(_all, word => word.Value.Equals(value)).Word;

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
