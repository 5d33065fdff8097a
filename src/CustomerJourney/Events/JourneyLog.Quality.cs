namespace CustomerJourney.Events;

/// <content>What to know of the data before taking answers from them.</content>
public partial class JourneyLog
{
    /// <summary>Looks through the log for what makes figures doubtful, and adds what happened while it was read.</summary>
    /// <param name="definition">"Now", the calendar, and what makes a customer a suspected bot; by default nothing lies in the future, days are those of UTC.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <returns>The figures of this log, with <see cref="Quality"/> as their <see cref="DataQualityResult.Reading"/>.</returns>
    /// <exception cref="OperationCanceledException">The pass was canceled.</exception>
    public DataQualityResult CheckQuality(DataQuality? definition = null, MeasureOptions? options = null, CancellationToken cancellationToken = default) =>
        Measure(definition ?? new DataQuality(), options, cancellationToken) with { Reading = Quality };
}
