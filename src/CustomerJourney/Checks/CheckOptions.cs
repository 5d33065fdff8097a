using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>Suppressed findings, own rules, the version before, and the thresholds of the rules. Equal by value.</summary>
public sealed record CheckOptions
{
    private static readonly EquatableList<string> StandardCompanyWords = new(["lead", "MQL", "SQL", "funnel", "campaign", "pipeline", "segment"]);

    /// <summary>
    /// What not to report: the id of a rule (<c>CJ014</c>), or a rule and an element as the finding names it (<c>CJ014 touchpoint payment</c>). The findings are kept apart in <see cref="CheckReport.Suppressed"/>.
    /// An id that is no rule's is an error; what suppressed nothing is listed in <see cref="CheckReport.UnusedSuppressions"/>.
    /// </summary>
    public IReadOnlyList<string> Suppress { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>Rules of one's own, asked after the library's.</summary>
    public IReadOnlyList<ICheckRule> Rules { get; init => field = EquatableList.Of(value); } = EquatableList<ICheckRule>.Empty;

    /// <summary>The version of the map before this one, which CJ067 compares; <see langword="null"/>, as at first, leaves that rule out.</summary>
    public Journey? PreviousVersion { get; init; }

    /// <summary>CJ011: how many of the four groups of facts a persona should have, 0 to 4; 4 at first.</summary>
    public int FewestPersonaGroups { get; init => field = Between(value, 0, 4); } = 4;

    /// <summary>CJ014: how many personas a first version may follow; 2 at first.</summary>
    public int MostPersonasAtFirst { get; init => field = AtLeastZero(value); } = 2;

    /// <summary>CJ021: the fewest stages of a map; 3 at first.</summary>
    public int FewestStages { get; init => field = AtLeastZero(value); } = 3;

    /// <summary>CJ021: the fewest touchpoints that a stage should have on average; 2 at first.</summary>
    public double FewestTouchpointsPerStage { get; init => field = AtLeastZero(value); } = 2;

    /// <summary>CJ022: the most stages of a map; 9 at first.</summary>
    public int MostStages { get; init => field = AtLeastZero(value); } = 9;

    /// <summary>CJ022: the most touchpoints of a map; 40 at first.</summary>
    public int MostTouchpoints { get; init => field = AtLeastZero(value); } = 40;

    /// <summary>CJ025: words that only the company uses, found in any case and with a plural s; lead, MQL, SQL, funnel, campaign, pipeline and segment at first. The map's departments are always among them.</summary>
    public IReadOnlyList<string> CompanyWords { get; init => field = EquatableList.Of(value); } = StandardCompanyWords;

    /// <summary>CJ032: how far the best and the worst emotion should be apart, 0 to 4; 1 at first.</summary>
    public double LeastEmotionSpread { get; init => field = AtLeastZero(value); } = 1;

    /// <summary>CJ032: from how many readings on the emotions are judged; 5 at first.</summary>
    public int FewestEmotionReadings { get; init => field = AtLeastZero(value); } = 5;

    /// <summary>CJ040: an emotion as low as this needs a pain point that says why, -2 to +2; -1 at first.</summary>
    public double LowEmotion { get; init => field = Between(value, -2, 2); } = -1;

    /// <summary>CJ041: pain this bad needs an opportunity; minor at first.</summary>
    public Severity AnsweredFrom { get; init; } = Severity.Minor;

    /// <summary>CJ042: pain this bad needs evidence; major at first.</summary>
    public Severity EvidencedFrom { get; init; } = Severity.Major;

    /// <summary>CJ060: the days between two reviews, for maps that do not say (<see cref="JourneyDates.ReviewEveryDays"/>); 90 at first.</summary>
    public int ReviewEveryDays { get; init => field = AtLeastZero(value); } = 90;

    /// <summary>CJ067: the share of stages and touchpoints that one version may add, remove or rename, 0 to 1; 0.3 at first.</summary>
    public double MostChanged { get; init => field = Between(value, 0, 1); } = 0.3;

    /// <summary>CJ068: the longest name of a touchpoint, in letters, of which Chinese, Japanese and Korean ones count double; 40 at first.</summary>
    public int LongestTouchpointName { get; init => field = AtLeastZero(value); } = 40;

    /// <summary>CJ068: the longest item of a list, in letters as for names; 120 at first.</summary>
    public int LongestListItem { get; init => field = AtLeastZero(value); } = 120;

    private static int AtLeastZero(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }

    private static double AtLeastZero(double value) => Between(value, 0, double.MaxValue);

    private static int Between(int value, int lowest, int highest) => (int)Between((double)value, lowest, highest);

    private static double Between(double value, double lowest, double highest) => value >= lowest && value <= highest
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"Allowed is {Phrase.Number(lowest)} to {Phrase.Number(highest)}.");
}
