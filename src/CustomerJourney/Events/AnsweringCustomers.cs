namespace CustomerJourney.Events;

/// <summary>Finds the customers of a run who answered a survey. Made once and used for run after run.</summary>
internal sealed class AnsweringCustomers
{
    private int[] _found = [];

    /// <summary>Whether all that a metric of scores can ask of an answer is its score: where questions have names, it also tells which were put together.</summary>
    public static bool GiveScoresOnly(LogColumns columns) => columns.Feedback?.Questions is null;

    /// <summary>The customers of a run who have at least one answer, ascending. What is given is overwritten by the next call.</summary>
    /// <param name="feedback">The answers of the log; <see langword="null"/> if it has none.</param>
    /// <param name="first">The first customer.</param>
    /// <param name="end">The customer after the last one.</param>
    public ReadOnlySpan<int> In(FeedbackColumn? feedback, int first, int end)
    {
        if (feedback is null) return [];
        if (_found.Length < end - first) _found = new int[end - first];
        ReadOnlySpan<int> offsets = feedback.Offsets.AsSpan(first..(end + 1));
        Span<int> found = _found;
        int count = 0;
        for (int place = 1; place < offsets.Length; place++)
        {
            // Every customer is written, and stays if he answered: who did cannot be foretold, so a branch would cost more.
            found[count] = unchecked(first + place - 1);
            count += offsets[place] > offsets[place - 1] ? 1 : 0;
        }

        return found[..count];
    }
}
