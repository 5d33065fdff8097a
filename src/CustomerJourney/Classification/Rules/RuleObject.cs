using System.Globalization;
using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Classification.Rules;

/// <summary>An object of a document of stage rules that is being read property by property. Every fault becomes a problem with path and line, and reading goes on; nothing that the format does not know is let pass.</summary>
internal sealed class RuleObject
{
    private const int MostDigits = 28;

    private readonly string _what;
    private readonly RuleFaults _faults;
    private readonly List<string> _taken = [];

    private RuleObject(DocumentValue value, string what, RuleFaults faults) => (Value, _what, _faults) = (value, what, faults);

    public DocumentValue Value { get; }

    /// <summary>Opens a value that has to be an object.</summary>
    /// <param name="value">The value; null where there is none.</param>
    /// <param name="what">What it is called in problems.</param>
    /// <param name="faults">Takes the faults.</param>
    public static RuleObject? Open(DocumentValue? value, string what, RuleFaults faults)
    {
        if (value is null) return null;
        if (value.Kind == DocumentValueKind.Object) return new RuleObject(value, what, faults);
        faults.Add(value, $"it is {DocumentObject.Describe(value)}; {what} is needed here, an object");
        return null;
    }

    public DocumentValue? Take(string property)
    {
        _taken.Add(property);
        return Value.Member(property);
    }

    public DocumentValue? Require(string property)
    {
        if (Take(property) is { } value) return value;
        _faults.Add(Value, $"{_what} needs the property {Phrase.Quote(property)}", isMissing: true);
        return null;
    }

    public string? Text(string property) => Text(Take(property));

    public string? Text(DocumentValue? value) => Is(value, DocumentValueKind.Text, "a text") ? value!.Content : null;

    public TimeSpan? Duration(DocumentValue? value)
    {
        if (Text(value) is not { } text) return null;
        if (RuleDuration.Parse(text) is { } duration) return duration;
        _faults.Add(value!, $"it is {RuleText.Name(text)}; allowed is {RuleDuration.Allowed}");
        return null;
    }

    public TimeSpan? Duration(string property) => Duration(Take(property));

    public int? Whole(string property)
    {
        DocumentValue? value = Take(property);
        if (!Is(value, DocumentValueKind.Number, "a whole number")) return null;
        double number = DocumentObject.NumberOf(value!);
        if (double.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue) return (int)number;
        _faults.Add(value!, $"it is {DocumentObject.Describe(value!)}; allowed is a whole number");
        return null;
    }

    /// <summary>An amount of money, digit by digit.</summary>
    public decimal? Amount(DocumentValue? value)
    {
        if (!Is(value, DocumentValueKind.Number, "an amount, a number")) return null;
        // Digits that a decimal does not hold would be lost without a word, and an exponent hides how many there are.
        if (value!.Content.Count(char.IsAsciiDigit) <= MostDigits && decimal.TryParse(value.Content, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)) return amount;
        _faults.Add(value, $"it is {DocumentObject.Describe(value)}; allowed is an amount of at most {MostDigits} digits, without an exponent");
        return null;
    }

    public double? Number(string property)
    {
        DocumentValue? value = Take(property);
        if (!Is(value, DocumentValueKind.Number, "a number")) return null;
        double number = DocumentObject.NumberOf(value!);
        if (double.IsFinite(number)) return number;
        _faults.Add(value!, $"it is {DocumentObject.Describe(value!)}, which is too large for a number here");
        return null;
    }

    public T? OneOf<T>(string property) where T : struct, Enum
    {
        DocumentValue? value = Take(property);
        if (Text(value) is not { } word) return null;
        foreach ((string candidate, T meant) in DocumentWords<T>.Default.All)
        {
            if (candidate == word) return meant;
        }

        _faults.Add(value!, $"it is {RuleText.Name(word)}; allowed are {string.Join(", ", DocumentWords<T>.Default.All.Select(choice => choice.Word))}");
        return null;
    }

    /// <summary>The items of a list of objects; null for one that is none.</summary>
    public IEnumerable<RuleObject?> Objects(DocumentValue? value, string what) =>
        Is(value, DocumentValueKind.List, "a list") ? value!.Items.Select(item => Open(item, what, _faults)) : [];

    /// <summary>Ends the object: what was not read is not known.</summary>
    public void End()
    {
        foreach ((string name, DocumentValue value) in Value.Members)
        {
            if (!_taken.Contains(name)) _faults.AddUnknown(value, $"{_what} has no property {RuleText.Name(name)}; allowed are {string.Join(", ", _taken.Distinct())}");
        }
    }

    private bool Is(DocumentValue? value, DocumentValueKind kind, string allowed)
    {
        if (value is null) return false;
        if (value.Kind == kind) return true;
        _faults.Add(value, $"it is {DocumentObject.Describe(value)}; allowed is {allowed}");
        return false;
    }
}
