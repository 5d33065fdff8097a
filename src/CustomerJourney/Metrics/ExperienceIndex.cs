using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// An index of customer experience (CX) from several questions of each respondent, mostly effectiveness, ease and emotion: every answer is brought to 0…100, and the index of a respondent is
/// their weighted mean. Only customers who answered all questions count; each one's latest answer to a question does.
/// </summary>
/// <remarks>
/// Parts, scales and weights are all in the definition, so two indices compare only where these are equal. The index of Forrester asks about the same three and its computation is not
/// published: this is not it. The interval is Student's t over respondents; Cronbach's alpha says how far the questions measure one thing.
/// </remarks>
public sealed record ExperienceIndex : Analysis<ExperienceIndexResult>
{
    internal const string AlphaName = "Cronbach's alpha";

    private const double Rounding = 1e-9;

    /// <summary>Defines an index.</summary>
    /// <param name="parts">The questions, at least two.</param>
    public ExperienceIndex(params IReadOnlyList<ExperiencePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        foreach (ExperiencePart part in parts) ArgumentNullException.ThrowIfNull(part, nameof(parts));
        Parts = Array.AsReadOnly([.. parts]);
    }

    /// <summary>The questions with their scales and weights.</summary>
    public IReadOnlyList<ExperiencePart> Parts { get; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There are fewer than two parts, the weights do not add up to 1, or something is wrong with a part; the message names all faults.</exception>
    public override Accumulator<ExperienceIndexResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        List<string> faults = [.. Parts.SelectMany((part, index) => part.Faults(index + 1))];
        if (Parts.Count < 2) faults.Add($"it has {Parts.Count} parts and needs at least two");
        double sum = Parts.Sum(part => part.Weight);
        if (!(Math.Abs(sum - 1) <= Rounding)) faults.Add(FormattableString.Invariant($"the weights add up to {sum}, not to 1"));
        foreach (IGrouping<string, ExperiencePart> same in Parts.GroupBy(part => part.Name, StringComparer.Ordinal).Where(group => group.Count() > 1)) faults.Add($"{same.Count()} parts are named '{same.Key}'");
        if (Parts.Any(part => part.Name == AlphaName)) faults.Add($"a part is named '{AlphaName}', as a figure beside the parts is");
        foreach (IGrouping<(string, FeedbackKind?), ExperiencePart> same in Parts.GroupBy(part => (part.Question, part.Kind)).Where(group => group.Count() > 1))
            faults.Add($"{string.Join(" and ", same.Select(part => $"'{part.Name}'"))} ask the same question");
        if (faults.Count > 0) throw new InvalidOperationException($"The CX index cannot be measured: {string.Join("; ", faults)}.");
        return new ExperienceIndexAccumulator(this);
    }

    /// <inheritdoc/>
    public bool Equals(ExperienceIndex? other) => other is not null && Parts.SequenceEqual(other.Parts) && Level.Equals(other.Level);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (ExperiencePart part in Parts) hash.Add(part);
        hash.Add(Level);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append("Parts = ").AppendJoin(" | ", Parts).Append(CultureInfo.InvariantCulture, $", Level = {Level:R}");
        return true;
    }
}
