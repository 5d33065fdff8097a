using System.Globalization;
using CustomerJourney.Building;

namespace CustomerJourney.Comparison;

/// <summary>What differs in what two maps say of one part, in words.</summary>
internal sealed class MapFacts
{
    private readonly List<string> _facts = [];

    public bool Any => _facts.Count > 0;

    public string Description => string.Join("; ", _facts);

    public double? EmotionGap { get; set; }

    public void Add<T>(string what, T before, T after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after)) AddDifferent(what, before, after);
    }

    /// <summary>Adds lists that are known to differ.</summary>
    public void Add(string what, IEnumerable<string> before, IEnumerable<string> after) => _facts.Add($"{what} from {List(before)} to {List(after)}");

    /// <summary>Adds values that are known to differ although they may read the same, such as two channels of one name.</summary>
    public void AddDifferent<T>(string what, T before, T after) => _facts.Add($"{what} from {Say(before)} to {Say(after)}");

    private static string List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "none";

    private static string Say<T>(T value) => value switch
    {
        null => "none",
        string text => Phrase.Quote(text),
        true => "yes",
        false => "no",
        double number => Phrase.Number(number),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
