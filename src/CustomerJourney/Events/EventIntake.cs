using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>Takes <see cref="JourneyEvent"/> objects into a <see cref="LogBuilder"/>, checking each.</summary>
internal sealed class EventIntake(ReadOptions options)
{
    private const int RowsBetweenProgress = 65_536;
    private const string NotName = "is empty or not Unicode";
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
                if (!IsName(name)) throw new ArgumentException($"The customer '{options.Limits.Shown(profile.Customer)}' has an attribute whose name {NotName}.", nameof(customers));
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
        if (Fault(journeyEvent) is (string column, string value, string reason))
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

    private static (string Column, string Value, string Reason)? Fault(JourneyEvent e)
    {
        const string NotUnicode = "holds an unpaired surrogate";
        if (string.IsNullOrEmpty(e.Customer)) return ("Customer", "", "is empty");
        if (string.IsNullOrEmpty(e.Event)) return ("Event", "", "is empty");
        if (e.StartedAt > e.At) return ("StartedAt", Text(e.StartedAt.Value), "lies after At");
        if (e.Feedback is { } feedback && !double.IsFinite(feedback.Score)) return ("Feedback", feedback.Score.ToString(CultureInfo.InvariantCulture), "is not a finite number");
        if (e.Feedback is { Kind: < FeedbackKind.None or > FeedbackKind.Emotion } unknown) return ("Feedback", Text((int)unknown.Kind), "is not a kind of feedback");
        if (e.Value is decimal value && !MoneyUnits.TryFrom(value, out _)) return ("Value", value.ToString(CultureInfo.InvariantCulture), MoneyUnits.Allowed);
        if (e.Sequence is EventRow.None) return ("Sequence", Text(e.Sequence.Value), "is the smallest 64-bit number, which is reserved");
        if (!IsUnicode(e.Customer)) return ("Customer", e.Customer, NotUnicode);
        if (!IsUnicode(e.Event)) return ("Event", e.Event, NotUnicode);
        if (!IsUnicode(e.Id)) return ("Id", e.Id!, NotUnicode);
        if (!IsUnicode(e.Channel)) return ("Channel", e.Channel!, NotUnicode);
        if (!IsUnicode(e.Currency)) return ("Currency", e.Currency!, NotUnicode);
        if (!IsUnicode(e.Feedback?.Question)) return ("Feedback", e.Feedback!.Value.Question!, NotUnicode);
        if (!IsUnicode(e.Feedback?.About)) return ("Feedback", e.Feedback!.Value.About!, NotUnicode);
        foreach ((string name, string text) in e.Attributes.Concat(e.CustomerAttributes))
        {
            if (!IsName(name)) return ("Attributes", name, $"holds a name that {NotName}");
            if (text is null) return (name, "", "is null; leave the attribute out instead");
            if (!IsUnicode(text)) return (name, text, NotUnicode);
        }

        return null;
    }

    private static bool IsName(string name) => name.Length > 0 && IsUnicode(name);

    /// <summary>Whether a text has no unpaired surrogate, so that it survives UTF-8.</summary>
    private static bool IsUnicode(string? text)
    {
        for (int index = 0; index < (text?.Length ?? 0); index++)
        {
            if (!char.IsSurrogate(text![index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return false;
            index++;
        }

        return true;
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
