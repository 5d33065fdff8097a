namespace CustomerJourney.Events;

/// <content>Uniting: several logs as one.</content>
public partial class JourneyLog
{
    /// <summary>Several logs as one: customers are united by their ids, and the events of each are put in the one order of a log.</summary>
    /// <param name="logs">The logs; none gives an empty log.</param>
    /// <returns>A log that has not been classified: the stage of an event may depend on what came before it in another log.</returns>
    /// <remarks>
    /// The result is the log that would have been made of all events at once, those of the first log first; but sequences of several numbers (<see cref="EventMapping.SequenceDetails"/>) are kept as places within each log
    /// and do not compare across logs: read such sources together, or else ties between logs are in no order that means something. Events of one customer with the same begin and end stand in the order of their sequence numbers, those
    /// without one first; equal ones in the order of the logs and then as in their own log. Of each attribute, a customer keeps the value of the log that holds the customer's last event among the logs that know a value;
    /// of those that hold no event, the value of the last one. <see cref="Quality"/> is the sum of the reports, lines of the listed rows counted in their own sources; duplicates are not looked for across logs.
    /// <see cref="LogSchema.ObservedUntil"/> is the latest.
    /// </remarks>
    /// <exception cref="ArgumentException">The logs together have more events, event names or channels than a log holds.</exception>
    public static JourneyLog Merge(params IEnumerable<JourneyLog> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        JourneyLog[] all = [.. logs];
        foreach (JourneyLog log in all) ArgumentNullException.ThrowIfNull(log, nameof(logs));
        return new LogMerger(all).Merge();
    }

    /// <summary>This log and another as one.</summary>
    /// <param name="other">The other log.</param>
    /// <inheritdoc cref="Merge(IEnumerable{JourneyLog})"/>
    public virtual JourneyLog Append(JourneyLog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Merge(this, other);
    }
}
