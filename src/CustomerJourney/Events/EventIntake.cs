namespace CustomerJourney.Events;

/// <summary>Takes <see cref="JourneyEvent"/> objects into a <see cref="LogBuilder"/>, checking each.</summary>
internal sealed class EventIntake(ReadOptions options)
{
    private const int RowsBetweenProgress = 65_536;
    private readonly LogBuilder _builder = new(options);
    private long _line;

    /// <summary>The events handed in so far.</summary>
    public long Count => _line;

    public void AddProfiles(IEnumerable<CustomerProfile>? customers)
    {
        if (customers is null) return;
        foreach (CustomerProfile profile in customers)
        {
            ArgumentNullException.ThrowIfNull(profile, nameof(customers));
            ArgumentException.ThrowIfNullOrEmpty(profile.Customer, nameof(customers));
            int customer = _builder.CustomerNames.GetOrAdd(profile.Customer);
            if (customer < 0) throw new ArgumentException($"The customer id '{options.Limits.Shown(profile.Customer)}' holds an unpaired surrogate.", nameof(customers));
            foreach ((string name, string value) in profile.Attributes)
            {
                if (!EventCheck.IsName(name)) throw new ArgumentException($"The customer '{options.Limits.Shown(profile.Customer)}' has an attribute whose name {EventCheck.NotName}.", nameof(customers));
                if (value is null) throw new ArgumentException($"The attribute '{name}' of customer '{options.Limits.Shown(profile.Customer)}' is null; leave it out instead.", nameof(customers));
                int attribute = _builder.CustomerAttribute(name);
                int code = _builder.CustomerAttributeValues(attribute).GetOrAdd(value);
                if (code < 0) throw new ArgumentException($"The value '{options.Limits.Shown(value)}' of attribute '{name}' of customer '{options.Limits.Shown(profile.Customer)}' holds an unpaired surrogate.", nameof(customers));
                _builder.AddProfile(customer, attribute, code);
            }
        }
    }

    public void Add(JourneyEvent journeyEvent)
    {
        _line++;
        if (_line % RowsBetweenProgress == 0) options.Progress?.Report(_line);
        if (journeyEvent is null) throw new ArgumentException($"The event at position {_line} is null.");
        if (EventCheck.Fault(journeyEvent) is (string column, string value, string reason))
        {
            _builder.Reject(_line, column, value, reason);
            return;
        }

        EventRow row = new()
        {
            Customer = _builder.CustomerNames.GetOrAdd(journeyEvent.Customer),
            Event = _builder.EventNames.GetOrAdd(journeyEvent.Event),
            At = journeyEvent.At.UtcTicks,
            StartedAt = journeyEvent.StartedAt?.UtcTicks ?? EventRow.None,
            RecordedAt = journeyEvent.RecordedAt?.UtcTicks ?? EventRow.None,
            Sequence = journeyEvent.Sequence ?? EventRow.None,
            Channel = string.IsNullOrEmpty(journeyEvent.Channel) ? -1 : _builder.ChannelNames.GetOrAdd(journeyEvent.Channel),
            Id = string.IsNullOrEmpty(journeyEvent.Id) ? null : journeyEvent.Id,
        };
        if (journeyEvent.Feedback is Feedback feedback)
        {
            row.HasFeedback = true;
            row.FeedbackKind = feedback.Kind;
            row.Score = feedback.Score;
            if (!string.IsNullOrEmpty(feedback.Question)) row.Question = _builder.Questions.GetOrAdd(feedback.Question);
            if (!string.IsNullOrEmpty(feedback.About)) row.About = _builder.AboutNames.GetOrAdd(feedback.About);
        }

        if (journeyEvent.Value is decimal value2)
        {
            row.HasMoney = MoneyUnits.TryFrom(value2, out row.MoneyUnits);
            if (!string.IsNullOrEmpty(journeyEvent.Currency)) row.Currency = _builder.Currencies.GetOrAdd(journeyEvent.Currency);
        }

        _builder.Add(row, _line);
        foreach ((string name, string attributeValue) in journeyEvent.Attributes)
        {
            int attribute = _builder.EventAttribute(name);
            _builder.SetEventAttribute(attribute, _builder.EventAttributeValues(attribute).GetOrAdd(attributeValue));
        }

        foreach ((string name, string attributeValue) in journeyEvent.CustomerAttributes)
        {
            int attribute = _builder.CustomerAttribute(name);
            _builder.SetCustomerAttribute(attribute, _builder.CustomerAttributeValues(attribute).GetOrAdd(attributeValue));
        }
    }

    public JourneyLog Build(CancellationToken cancellationToken)
    {
        options.Progress?.Report(_line);
        return _builder.Build(cancellationToken);
    }
}
