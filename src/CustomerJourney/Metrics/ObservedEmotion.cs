using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>
/// What customers felt: the mean valence of answers of the kind <see cref="FeedbackKind.Emotion"/> on −2 (awful) to +2 (delightful), any number between them. Grouped by touchpoint or stage it is the
/// observed curve of the journey, beside the one that the map assumes.
/// </summary>
/// <remarks>Each customer's latest answer counts by default, in each group; see <see cref="PeakEnd"/> for what is likely to be remembered.</remarks>
public sealed record ObservedEmotion : SurveyMetric<EmotionResult>
{
    internal const int Strongest = 2;
    internal const string Fix = "Emotion is a number from -2 to 2: bring the answers to that scale before they are read.";

    /// <summary>Feelings are any numbers, summed exactly, and not counts of scores.</summary>
    internal override FeedbackKind? ScoresOf => null;

    internal override FeedbackKind Kind => FeedbackKind.Emotion;

    /// <inheritdoc/>
    public override Tally<EmotionResult> CreateTally() => new EmotionTally(this);

    internal static bool IsOnScale(double score) => score is >= -Strongest and <= Strongest;
}
