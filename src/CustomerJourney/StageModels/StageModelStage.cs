using System.Collections.Immutable;
using CustomerJourney.Statistics;

namespace CustomerJourney.StageModels;

/// <summary>One stage of a <see cref="StageModel"/>. Immutable; a part of its model, equal only to itself.</summary>
public sealed class StageModelStage
{
    /// <summary>How many canonical phases there are.</summary>
    internal const int PhaseCount = (int)JourneyPhase.Leave + 1;

    private readonly double[] _shares = new double[PhaseCount];

    internal StageModelStage(string key, string name)
    {
        Key = key;
        Name = name;
        OriginalName = name;
    }

    /// <summary>The identity, unique among the stages of the model: lower-case letters, digits and single hyphens.</summary>
    public string Key { get; }

    /// <summary>The name in the language of the model (<see cref="StageModel.Language"/>), English for every published model; unique among the stages.</summary>
    public string Name { get; }

    /// <summary>The name as the source prints it, with its numbers and brackets; the same as <see cref="Name"/> where nobody gave another.</summary>
    public string OriginalName { get; internal init; }

    /// <summary>The place in the model, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>
    /// The name by language (BCP 47 tags, found in any case), ready to stand on a map: the language of the model, that of its source, and others that the source gives.
    /// A number or a bracket that the source prints around a name is only in <see cref="OriginalName"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The canonical phases that the stage covers, in the order of time, with weights that sum to 1; empty for a stage outside the twelve phases, such as a company's own planning.</summary>
    public IReadOnlyList<PhaseWeight> Phases
    {
        get;
        internal init
        {
            field = [.. value.OrderBy(phase => phase.Phase)];
            double sum = Sum(field.Select(phase => phase.Weight));
            foreach ((JourneyPhase phase, double weight) in field) _shares[(int)phase] = weight / sum;
        }
    } = [];

    /// <summary>What customers do in this stage, in the language of the model; empty where the source says nothing.</summary>
    public IReadOnlyList<string> CustomerActions { get; internal init => field = [.. value]; } = [];

    /// <summary>What the company does in this stage, in the language of the model; empty where the source says nothing.</summary>
    public IReadOnlyList<string> CompanyActions { get; internal init => field = [.. value]; } = [];

    /// <summary>Names in languages other than that of the model; that of its source is there only where <see cref="OriginalName"/> is not fit for a map.</summary>
    internal IReadOnlyList<(string Language, string Name)> Translations { get; init; } = [];

    /// <summary>The weighted mean of the phases' places in time, 0 to 11; <see langword="null"/> for a stage outside the phases.</summary>
    internal double? Center => Phases.Count == 0 ? null : Sum(_shares.Select((share, phase) => share * phase));

    /// <summary>The name in a language: that of the tag, else of the nearest wider tag (<c>zh-Hans-CN</c>, <c>zh-Hans</c>, <c>zh</c>).</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>The name, or <see langword="null"/> when there is none in this language.</returns>
    public string? NameIn(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        for (string tag = language; ; tag = tag[..tag.LastIndexOf('-')])
        {
            if (Names.TryGetValue(tag, out string? name)) return name;
            if (!tag.Contains('-')) return null;
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The share of the stage that lies in a phase, 0 to 1; the shares of a stage with phases sum to 1 up to rounding, whatever the tolerance of its weights.</summary>
    internal double ShareOf(JourneyPhase phase) => _shares[(int)phase];

    internal void PlaceIn(StageModel model, int position)
    {
        Position = position;
        ImmutableSortedDictionary<string, string>.Builder names = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        names.Add(model.Language, Name);
        foreach ((string language, string name) in Translations) names.Add(language, name);
        names.TryAdd(model.OriginalLanguage, OriginalName);
        Names = names.ToImmutable();
    }

    private static double Sum(IEnumerable<double> terms)
    {
        ExactSum sum = new();
        foreach (double term in terms) sum.Add(term);
        return sum.ToDouble();
    }
}
