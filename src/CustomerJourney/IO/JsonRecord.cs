using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Finds the columns' values in one part of a JSON text at a time and gives its rows on. Values stay where they are in the text; only those with escapes are copied.</summary>
internal sealed partial class JsonRecord
{
    private const string Row = "row";
    private const string Twice = "stands twice in one object or list; a value that is read needs a key of its own";
    private const string NotAValue = "is an object or a list; name a value inside it, such as value.amount or value[0]";
    private const string NotText = "holds an escape that stands for no character: half a surrogate pair";

    private readonly JsonPlan _plan;
    private readonly EventMapping _mapping;
    private readonly LogBuilder _builder;
    private readonly RowIntake<JsonFields> _rows;
    private readonly string _rowsColumn;
    private readonly JsonReaderOptions _options;
    private readonly int _longestValue;
    private readonly string _tooLong;
    private readonly int _unitLevel;
    private readonly Cell[] _cells;
    private readonly bool[] _found;
    private readonly bool[] _seen;
    private readonly Level[] _levels;

    private byte[] _text = [];
    private byte[] _scratch = new byte[1024];
    private int _scratchUsed;
    private int _origin;
    private int _start;
    private int _end;
    private bool? _isUtf8;
    private bool _rowsMet;
    private bool _hasRow;

    /// <summary>Makes a record of a plan.</summary>
    /// <param name="plan">What is read.</param>
    /// <param name="mapping">What it is.</param>
    /// <param name="unitLevel">The level of the parts that are given to <see cref="TryRead"/>.</param>
    /// <param name="of">The text that the parts lie in: its builder takes the rows, its options and limits hold for the parts too.</param>
    /// <param name="source">The source, for messages.</param>
    public JsonRecord(JsonPlan plan, EventMapping mapping, int unitLevel, JsonText of, string source)
    {
        _plan = plan;
        _mapping = mapping;
        _builder = of.Builder;
        _options = of.ReaderOptions;
        _longestValue = of.Limits.FieldBytes;
        _tooLong = of.Limits.FieldTooLong;
        _rows = new RowIntake<JsonFields>(ColumnPlan.For(mapping, plan.Columns, source), mapping, culture: null, _builder);
        _rowsColumn = mapping.Rows ?? Row;
        _unitLevel = unitLevel;
        _cells = new Cell[plan.Columns.Length];
        _found = new bool[plan.Columns.Length];
        _seen = new bool[plan.NodeCount];
        _levels =
        [
            .. plan.Roots.Select((root, level) => new Level
            {
                Places = [.. Enumerable.Range(0, plan.LevelOf.Length).Where(place => plan.LevelOf[place] == level)],
                Nodes = [.. root.Below.Select(node => node.Id)],
            }),
        ];
    }

    /// <summary>The line that is read, in a source of lines; else 0.</summary>
    public long SourceLine { get; set; }

    /// <summary>The rows met so far in the present text.</summary>
    public long RowsMet { get; private set; }

    /// <summary>Where the row stands in its source: its line, or its place among the rows.</summary>
    public long Line => SourceLine > 0 ? SourceLine : RowsMet;

    /// <summary>The part that was read last.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(_start, _end - _start);

    /// <summary>Whether the part is valid UTF-8. Values with escapes always are.</summary>
    public bool IsUtf8 => _isUtf8 ??= Ascii.IsValid(Text) || Utf8.IsValid(Text);

    /// <summary>The columns that no row had, nor one that stands in for them; first the list of rows, if there was none.</summary>
    public IReadOnlyList<string> AbsentColumns
    {
        get
        {
            HashSet<string> found = [.. _plan.Columns.Where((_, place) => _found[place]), .. _mapping.OptionalColumns];
            IEnumerable<string> wanted = ColumnRole.Of(_mapping).Where(role => role.Role != nameof(_mapping.Fallbacks)).Select(role => role.Column!).Distinct(StringComparer.Ordinal);
            return
            [
                .. _plan.RowLevel > 0 && !_rowsMet ? (string[])[_rowsColumn] : [],
                .. wanted.Where(column => _hasRow && !found.Contains(column) && !_mapping.Fallbacks.Any(fallback => fallback.Column == column && fallback.Others.Any(found.Contains))),
            ];
        }
    }

    /// <summary>The value of a column, empty where there is none.</summary>
    public ReadOnlySpan<byte> Get(int place)
    {
        Cell cell = _cells[place];
        return (cell.InScratch ? _scratch : _text).AsSpan(cell.Start, cell.Length);
    }

    /// <summary>What is wrong with a value of the row, if anything.</summary>
    public string? Fault(out int place)
    {
        for (int level = _unitLevel; level <= _plan.RowLevel; level++)
        {
            if (_levels[level].Fault is not { } reason) continue;
            place = _levels[level].FaultPlace;
            return reason;
        }

        place = -1;
        return null;
    }

    /// <summary>Reads a part of the text. Nothing is taken into the log before <c>Take</c>.</summary>
    /// <param name="reader">Stands on the first token of the part, afterwards on its last one.</param>
    /// <param name="text">The array that the reader reads.</param>
    /// <param name="origin">Where in the array the reader began.</param>
    /// <returns><see langword="false"/> if the reader came to the end of what it has.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool TryRead(ref Utf8JsonReader reader, byte[] text, int origin)
    {
        _text = text;
        _origin = origin;
        _scratchUsed = 0;
        _isUtf8 = null;
        _start = origin + (int)reader.TokenStartIndex;
        bool whole = TryReadItem(ref reader, _unitLevel);
        _end = origin + (int)reader.BytesConsumed;
        return whole;
    }

    /// <summary>Counts rows from 1 again, in another text. What was seen of columns stays.</summary>
    public void BeginText() => RowsMet = 0;

    /// <summary>Takes the rows of the part that was read last.</summary>
    public void Take() => Take(_unitLevel);

    /// <summary>Counts a row that cannot be one.</summary>
    public void Refuse(string column, ReadOnlySpan<byte> value, string reason)
    {
        RowsMet++;
        _builder.Reject(Line, column, ListedText.Of(value), reason);
    }

    /// <summary>The list of rows was met above the parts that are read.</summary>
    public void MeetRows() => _rowsMet = true;

    private void Take(int level)
    {
        Level at = _levels[level];
        if (at.Broken is { } reason)
        {
            Refuse(at.BrokenColumn, _text.AsSpan(at.BrokenStart, at.BrokenEnd - at.BrokenStart), reason);
            return;
        }

        if (level == _plan.RowLevel)
        {
            RowsMet++;
            _hasRow = true;
            _rows.Add(new JsonFields(this));
            return;
        }

        if (at.ListStart < 0) return;
        int origin = _origin;
        Utf8JsonReader reader = new(_text.AsSpan(at.ListStart, _end - at.ListStart), isFinalBlock: false, new JsonReaderState(_options));
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _origin = at.ListStart;
            TryReadItem(ref reader, level + 1);
            Take(level + 1);
        }

        _origin = origin;
    }

    /// <summary>A value of a column: in the text, or unescaped beside it.</summary>
    private readonly record struct Cell(int Start, int Length, bool InScratch);

    /// <summary>What was met in the present object of a level.</summary>
    private sealed class Level
    {
        public required int[] Places { get; init; }

        public required int[] Nodes { get; init; }

        /// <summary>Where the list of the next level begins; -1 if there is none.</summary>
        public int ListStart { get; set; }

        /// <summary>Why a value cannot be read, and of which column.</summary>
        public string? Fault { get; set; }

        public int FaultPlace { get; set; }

        /// <summary>Why neither this object nor what lies in it is a row.</summary>
        public string? Broken { get; set; }

        public string BrokenColumn { get; set; } = Row;

        public int BrokenStart { get; set; }

        public int BrokenEnd { get; set; }
    }
}
