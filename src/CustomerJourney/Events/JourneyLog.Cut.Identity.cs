namespace CustomerJourney.Events;

/// <content>Identity: customers erased, and ids made unrecognizable.</content>
public partial class JourneyLog
{
    /// <summary>
    /// The log without some customers, as a request for erasure demands. What only they had is forgotten too: names of events and channels, questions, currencies, values of attributes;
    /// attributes stay known by their names. Unknown ids are passed over.
    /// </summary>
    /// <param name="customers">The ids of the customers to leave out.</param>
    /// <remarks>
    /// <see cref="Quality"/> keeps its counts but not the rows it lists, whose values may be theirs, nor names of unknown events that nobody else had.
    /// The log that this one is made from still holds everything: let go of it. Erase customers before splitting a log by session.
    /// Ids that were linked while the log was read went under the id of their customer: give that one. Until when the log was observed (<see cref="LogSchema.ObservedUntil"/>) stays, since windows of the others are judged by it,
    /// even if the last event was of a customer who is left out.
    /// </remarks>
    public virtual JourneyLog WithoutCustomers(IEnumerable<string> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        HashSet<int> erased = [.. customers.Select(IndexOf)];
        int[] kept = LogCut.Where(CustomerCount, customer => !erased.Contains(customer));
        return WithoutUnused(Columns.Gather(LogCut.OfCustomers(Columns, kept)), new(IdsOf(kept).Value));
    }

    /// <summary>The log with ids that can only be recognized with a key: the same key gives the same pseudonyms, so logs can still be united.</summary>
    /// <param name="key">The secret key, at least 32 bytes. Who has it can find customers again by their ids; a key that is thrown away makes that impossible.</param>
    /// <param name="format">How pseudonyms are written.</param>
    /// <param name="eventIds">Whether ids of events are made pseudonyms too; otherwise they stay.</param>
    /// <param name="attributes">The names of attributes of events or customers whose values are ids too, for example of orders or accounts; those that the log does not have are passed over. The customer of a session is hidden without being named, also in a snapshot, but not after a log of sessions went through CSV, JSON Lines or XES: name the attribute then.</param>
    /// <remarks>
    /// A pseudonym is HMAC-SHA256 over the UTF-8 of the id. Names of events, times, amounts, questions and all other attributes stay, and may still tell who somebody is.
    /// Rows listed in <see cref="Quality"/> are dropped, its counts stay.
    /// </remarks>
    /// <exception cref="ArgumentException">The key is shorter than 32 bytes.</exception>
    /// <exception cref="InvalidOperationException">Two ids have the same pseudonym, which has never been seen.</exception>
    public virtual JourneyLog Pseudonymize(ReadOnlySpan<byte> key, PseudonymFormat format = PseudonymFormat.Base64Url, bool eventIds = true, params IEnumerable<string> attributes)
    {
        if (key.Length < Pseudonyms.ShortestKey)
            throw new ArgumentException($"The key has {key.Length} bytes; take at least {Pseudonyms.ShortestKey} from a secret store, for example of RandomNumberGenerator.GetBytes({Pseudonyms.ShortestKey}).", nameof(key));
        if (!Enum.IsDefined(format)) throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format of pseudonyms.");
        HashSet<string> named = new(Checked(attributes, nameof(attributes)), StringComparer.Ordinal);
        Pseudonyms pseudonyms = new(key.ToArray(), format);
        (string[] customers, int[] order) = pseudonyms.Sorted(CustomerArray);
        LogColumns columns = Columns.Gather(LogCut.OfCustomers(Columns, order));
        columns = columns with
        {
            Ids = columns.Ids is { } ids && eventIds ? pseudonyms.Of(ids) : columns.Ids,
            EventAttributes = [.. columns.EventAttributes.Select(Hidden)],
            CustomerAttributes = [.. columns.CustomerAttributes.Select(Hidden)],
        };
        return Recreate(Schema.With(columns, Range, Schema.ObservedUntil, Schema.Journey, Schema.Reading), columns, new(customers), Quality with { FirstRejected = [], FirstIdentityConflicts = [] });

        AttributeColumn Hidden(AttributeColumn attribute)
        {
            if (!attribute.HoldsCustomerIds && !named.Contains(attribute.Name)) return attribute;
            (string[] values, int[] sources) = pseudonyms.Sorted(attribute.Values);
            int[] places = new int[values.Length];
            for (int place = 0; place < places.Length; place++) places[sources[place]] = place;
            return attribute with { Values = values, Codes = Array.ConvertAll(attribute.Codes, code => code < 0 ? -1 : places[code]) };
        }
    }

    /// <summary>A log of columns, without the names that they do not use.</summary>
    internal JourneyLog WithoutUnused(LogColumns columns, Lazy<string[]> customers)
    {
        UsedNames events = UsedNames.Of([.. Schema.Events], columns.Events), channels = UsedNames.Of([.. Schema.Channels], columns.Channels);
        columns = columns.WithoutUnused(events, channels);
        StageReading? reading = Schema.Reading is { } source ? new RecodedReading(source, events.Sources, channels.Sources) : null;
        LogSchema schema = LogSchema.For(columns, events.Names, channels.Names);
        DataQualityReport quality = Quality with
        {
            FirstRejected = [],
            FirstIdentityConflicts = [],
            UnknownEventNames = [.. Quality.UnknownEventNames.Where(name => schema.EventCode(name.Name) >= 0)],
        };
        return Recreate(schema.With(columns, schema.Range, Schema.ObservedUntil, Schema.Journey, reading), columns, customers, quality);
    }
}
