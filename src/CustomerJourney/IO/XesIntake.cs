using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Takes traces and events into a <see cref="LogBuilder"/>: a trace is a customer, with or without events; an event that lacks its name or time is rejected with its line.</summary>
internal sealed partial class XesIntake
{
    private readonly XesFormat _format;
    private readonly ReadLimits _limits;
    private readonly LogBuilder _builder;
    private readonly XesAttributes _eventAttributes;
    private readonly XesAttributes _customerAttributes;
    private readonly TimeParser _times;
    private readonly NumberParser _numbers;
    private readonly Stack<XesRecord> _free = new();
    private XesHeader _header = new();
    private string _source = "";
    private IReadOnlyList<string>? _nameKeys;
    private byte[] _bytes = new byte[64];

    private XesRecord? _trace;
    private bool _isOpen;
    private int _customer;
    private XesFault? _traceFault;

    public XesIntake(XesFormat format, ReadLimits limits, LogBuilder builder)
    {
        (_format, _limits, _builder) = (format, limits, builder);
        _times = new TimeParser(TimeFormat.Local(format.Zone));
        _numbers = new NumberParser(culture: null, format.RoundAmounts, $"{nameof(XesFormat)}.{nameof(format.RoundAmounts)}");
        string?[] roles =
        [
            format.Classifier is null ? format.Event : null, format.Time, format.StartedAt, format.RecordedAt, format.Id, format.Sequence, format.Channel,
            format.Score, XesKeys.ScoreKind, format.Question, format.About, format.Value, format.Currency,
        ];
        _eventAttributes = new XesAttributes(format.EventAttributes, roles, builder.EventAttribute, format.MaxAttributes, "event", limits);
        _customerAttributes = new XesAttributes(format.CustomerAttributes, [format.Customer], builder.CustomerAttribute, format.MaxAttributes, "customer", limits);
    }

    /// <summary>Goes to another document, which has classifiers and global attributes of its own.</summary>
    public void BeginDocument(XesHeader header, string source)
    {
        (_header, _source) = (header, source);
        _nameKeys = null;
    }

    /// <summary>An empty record for the next event.</summary>
    public XesRecord NextRecord(long line)
    {
        XesRecord record = _free.Count > 0 ? _free.Pop() : new XesRecord();
        record.Start(line);
        return record;
    }

    public void BeginTrace(XesRecord trace)
    {
        _trace = trace;
        _isOpen = false;
    }

    /// <summary>Takes an event of the current trace, or one outside of any.</summary>
    public void Add(XesRecord record)
    {
        Open();
        if (_format.GlobalValues) record.AddMissing(_header.EventGlobals.Attributes);
        XesFault? fault = record.Fault ?? _traceFault ?? TooLong(record, _eventAttributes) ?? Read(record);
        if (fault is not null)
        {
            Reject(record.Line, fault);
            _free.Push(record);
        }
        else if (_trace is null || _format.Lifecycle == XesLifecycle.Keep || record.Find(XesKeys.Transition) is not { } transition)
        {
            Hand(record);
        }
        else
        {
            Place(record, transition);
        }
    }

    /// <summary>Ends the current trace: its customer is known from now on, whatever became of the events.</summary>
    public void EndTrace()
    {
        XesRecord trace = _trace!;
        bool hadEvents = _isOpen;
        XesFault? told = _traceFault;
        EndPairs();

        // What stands behind the events is looked at now.
        _isOpen = false;
        Open();
        if (_traceFault is { } fault && (!hadEvents || told is null)) Reject(trace.Line, fault);
        if (_customer >= 0)
        {
            foreach (XesAttribute attribute in trace.Attributes)
            {
                int column = _customerAttributes.ColumnOf(attribute.Key, trace.Line);
                if (column >= 0) _builder.AddProfile(_customer, column, _builder.CustomerAttributeValues(column).GetOrAdd(attribute.Value));
            }
        }

        _trace = null;
        _isOpen = false;
    }

    /// <summary>Checks the classifier also where no event needed it.</summary>
    public void Finish()
    {
        if (_format.Classifier is { } classifier) _nameKeys ??= _header.KeysOf(classifier, _source);
    }

    /// <summary>Finds out whose events follow, at the first of them: XES puts the attributes of a trace before its events.</summary>
    private void Open()
    {
        if (_isOpen) return;
        _isOpen = _trace is not null;
        _customer = -1;
        _traceFault = null;
        if (_trace is null)
        {
            _traceFault = new XesFault("trace", "", "is missing: the event stands outside of every trace, so it has no customer");
            return;
        }

        if (_format.GlobalValues) _trace.AddMissing(_header.TraceGlobals.Attributes);
        string? customer = _trace.Find(_format.Customer);
        if ((_trace.Fault ?? TooLong(_trace, _customerAttributes)) is { } fault) _traceFault = fault;
        else if (customer is null) _traceFault = new XesFault(_format.Customer, "", "is missing before the events of the trace, so they have no customer; XesFormat.Customer names the attribute");
        else if (customer.Length == 0) _traceFault = new XesFault(_format.Customer, "", "is empty");
        else _customer = _builder.CustomerNames.GetOrAdd(customer);
    }

    /// <summary>Keeps an event that has been read and checked.</summary>
    private void Keep(XesRecord record)
    {
        ref EventRow row = ref record.Row;
        row.Customer = _customer;
        row.Event = _builder.EventNames.GetOrAdd(record.Name);
        row.Channel = Code(_builder.ChannelNames, record.Find(_format.Channel) ?? TraceValue(_format.Channel));
        row.Id = record.Find(_format.Id) is { Length: > 0 } id ? id : null;
        if (row.HasFeedback)
        {
            row.Question = Code(_builder.Questions, record.Find(_format.Question));
            row.About = Code(_builder.AboutNames, record.Find(_format.About));
        }

        if (record.HasRoundedAmount) _builder.RoundedAmounts++;
        if (row.HasMoney) row.Currency = Code(_builder.Currencies, record.Find(_format.Currency) ?? TraceValue(_format.Currency));
        _builder.Add(row, record.Line);
        foreach (XesAttribute attribute in record.Attributes)
        {
            int column = _eventAttributes.ColumnOf(attribute.Key, record.Line);
            if (column >= 0) _builder.SetEventAttribute(column, _builder.EventAttributeValues(column).GetOrAdd(attribute.Value));
        }

        _free.Push(record);
    }

    private string? TraceValue(string? key) => key is null || key == _format.Customer ? null : _trace?.Find(key);

    private static int Code(NameTable names, string? value) => string.IsNullOrEmpty(value) ? -1 : names.GetOrAdd(value);

    private void Reject(long line, XesFault fault) => _builder.Reject(line, fault.Column, fault.Value, fault.Reason);

    /// <summary>A text in UTF-8; valid until the next one is asked for.</summary>
    private ReadOnlySpan<byte> Utf8(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_bytes.Length < most) _bytes = new byte[most];
        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, _bytes));
    }
}
