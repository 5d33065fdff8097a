using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>
/// Puts many questions to a log and tells only what is surely worse somewhere than elsewhere. Who looks at hundreds of figures always
/// finds some that stand out by chance: so every comparison that was made counts, also those that showed nothing.
/// </summary>
internal sealed class FindingSearch(IReadOnlyList<Question> questions)
{
    /// <summary>The chance of naming anything at all where there is nothing: Holm's correction holds it for all comparisons together.</summary>
    public const double ErrorRate = 0.001;

    /// <summary>Smaller effects than this (Cohen's h, Hedges' g and the like; 0.2 is "small") are not told however sure they are.</summary>
    public const double SmallestEffect = 0.2;

    /// <summary>Groups of fewer customers than this are not looked at.</summary>
    public const int SmallestGroup = 30;

    /// <summary>The rule in words, for those who read the findings.</summary>
    public const string Rule = "Told is what is worse than elsewhere by at least a small effect (0.2), with p < 0.001 after Holm's correction for all of them.";

    public IReadOnlyList<Analysis> Analyses { get; } = [.. questions.Select(question => question.Analysis)];

    public FindingList Read(Measurements answers)
    {
        Suspicion[] compared =
        [
            .. questions.SelectMany(question => question.Compare(answers))
                .Where(suspicion => suspicion.Here.Count >= SmallestGroup && suspicion.There.Count >= SmallestGroup)
                .Where(suspicion => suspicion.Difference is { Change: not null, Test: not null, Effect: not null }),
        ];
        double[] adjusted = Multiplicity.Holm([.. compared.Select(suspicion => suspicion.Difference.Test!.PValue)]);
        var found = compared.Zip(adjusted, (suspicion, pValue) => (Suspicion: suspicion, PValue: pValue))
            .Where(pair => pair.PValue < ErrorRate && pair.Suspicion.IsWorse && Effect(pair.Suspicion) >= SmallestEffect)
            .OrderBy(pair => pair.PValue).ThenByDescending(pair => Effect(pair.Suspicion))
            .GroupBy(pair => pair.Suspicion.Series, StringComparer.Ordinal);
        return new()
        {
            Tests = compared.Length,
            Findings =
            [
                .. found.Select(series => new Finding
                {
                    About = series.First().Suspicion,
                    AdjustedPValue = series.First().PValue,
                    AlsoIn = [.. series.Skip(1).Select(pair => pair.Suspicion.Period).OfType<string>().Order(StringComparer.Ordinal)],
                }),
            ],
        };
    }

    private static double Effect(Suspicion suspicion) => Math.Abs(suspicion.Difference.Effect!.Value);
}
