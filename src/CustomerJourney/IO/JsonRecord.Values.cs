using System.Text.Json;

namespace CustomerJourney.IO;

/// <content>The walk over the tokens. Every method gives <see langword="false"/> where the tokens end too early; it recurses along the mapping, never along the data.</content>
internal sealed partial class JsonRecord
{
    private bool TryReadItem(ref Utf8JsonReader reader, int level)
    {
        JsonNode root = _plan.Roots[level];
        Level at = _levels[level];
        foreach (int place in at.Places) _cells[place] = default;
        foreach (int node in at.Nodes) _seen[node] = false;
        at.ListStart = -1;
        at.Fault = null;
        at.Broken = null;
        if (reader.TokenType == JsonTokenType.StartObject && !root.HoldsRows) return TryReadMembers(ref reader, root);
        if (reader.TokenType == JsonTokenType.StartArray && root.HoldsRows) return TryReadList(ref reader, root);
        Break(ref reader, level, Row, root.HoldsRows ? "is not a list" : "is not an object with the fields of an event");
        return reader.TrySkip();
    }

    private bool TryReadMembers(ref Utf8JsonReader reader, JsonNode node)
    {
        int next = 0;
        while (true)
        {
            if (!reader.Read()) return false;
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            int found = node.Find(ref reader, next);
            if (!reader.Read()) return false;
            if (found < 0)
            {
                if (!reader.TrySkip()) return false;
                continue;
            }

            next = found + 1;
            if (!TryReadValue(ref reader, node.Members[found])) return false;
        }
    }

    private bool TryReadValue(ref Utf8JsonReader reader, JsonNode node)
    {
        if (_seen[node.Id])
        {
            Repeat(ref reader, node);
            return reader.TrySkip();
        }

        _seen[node.Id] = true;
        foreach (int place in node.Places) _found[place] = true;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return TryReadContainer(ref reader, node);
            default:
                if (node.HoldsRows) Break(ref reader, node.Level, _rowsColumn, "is not a list");
                if (node.Places.Length > 0) SetCells(ref reader, node);
                return true;
        }
    }

    private bool TryReadContainer(ref Utf8JsonReader reader, JsonNode node)
    {
        int start = _origin + (int)reader.TokenStartIndex;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        if (isObject && node.HoldsRows) Break(ref reader, node.Level, _rowsColumn, "is not a list");
        bool whole = isObject
            ? node.Members.Length == 0 ? reader.TrySkip() : TryReadMembers(ref reader, node)
            : TryReadList(ref reader, node);
        if (!whole || node.Places.Length == 0) return whole;
        SetFault(node.Level, node.Places[0], NotAValue);
        _cells[node.Places[0]] = new Cell(start, _origin + (int)reader.BytesConsumed - start, InScratch: false);
        return true;
    }

    private bool TryReadList(ref Utf8JsonReader reader, JsonNode node)
    {
        if (node.HoldsRows)
        {
            _rowsMet = true;
            _levels[node.Level].ListStart = _origin + (int)reader.TokenStartIndex;
        }

        if (node.Items.Length == 0 && node.Choices.Length == 0) return reader.TrySkip();
        for (int index = 0; ; index++)
        {
            if (!reader.Read()) return false;
            if (reader.TokenType == JsonTokenType.EndArray) return true;
            foreach ((int wanted, JsonNode item) in node.Items)
            {
                if (wanted != index) continue;
                Utf8JsonReader ahead = reader;
                if (!TryReadValue(ref ahead, item)) return false;
            }

            foreach ((byte[] key, JsonNode[] nodes) in node.Choices)
            {
                if (!TryChoose(reader, key, nodes, out JsonNode? chosen)) return false;
                if (chosen is null) continue;
                Utf8JsonReader ahead = reader;
                if (!TryReadValue(ref ahead, chosen)) return false;
            }

            if (!reader.TrySkip()) return false;
        }
    }

    /// <summary>Looks for the node whose text the field of an item has.</summary>
    private bool TryChoose(Utf8JsonReader ahead, byte[] key, JsonNode[] nodes, out JsonNode? chosen)
    {
        chosen = null;
        bool met = false;
        if (ahead.TokenType != JsonTokenType.StartObject) return true;
        while (true)
        {
            if (!ahead.Read()) return false;
            if (ahead.TokenType == JsonTokenType.EndObject) return true;
            bool isKey = JsonNode.IsAt(ref ahead, key);
            if (!ahead.Read()) return false;
            if (isKey)
            {
                JsonNode? named = null;
                if (ahead.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
                {
                    foreach (JsonNode node in nodes)
                    {
                        if (node.HasName(ref ahead)) named = node;
                    }
                }

                // Of two fields that say which item it is neither can be believed.
                if (met && (chosen ?? named) is { } repeated) Repeat(ref ahead, repeated);
                met = true;
                chosen ??= named;
            }

            if (!ahead.TrySkip()) return false;
        }
    }

    private void SetCells(ref Utf8JsonReader reader, JsonNode node)
    {
        Cell cell;
        if (reader.ValueIsEscaped)
        {
            int most = reader.ValueSpan.Length;
            if (_scratch.Length - _scratchUsed < most) Array.Resize(ref _scratch, Math.Max(2 * _scratch.Length, _scratchUsed + most));
            try
            {
                int length = reader.CopyString(_scratch.AsSpan(_scratchUsed));
                cell = new Cell(_scratchUsed, length, InScratch: true);
                _scratchUsed += length;
            }
            catch (InvalidOperationException)
            {
                SetFault(node.Level, node.Places[0], NotText);
                cell = InText(ref reader);
            }
        }
        else
        {
            cell = InText(ref reader);
        }

        if (cell.Length > _longestValue) SetFault(node.Level, node.Places[0], _tooLong);
        foreach (int place in node.Places) _cells[place] = cell;
    }

    private Cell InText(ref Utf8JsonReader reader)
    {
        int quote = reader.TokenType == JsonTokenType.String ? 1 : 0;
        return new Cell(_origin + (int)reader.TokenStartIndex + quote, reader.ValueSpan.Length, InScratch: false);
    }

    private void SetFault(int level, int place, string reason)
    {
        if (_levels[level].Fault is not null) return;
        _levels[level].Fault = reason;
        _levels[level].FaultPlace = place;
    }

    private void Break(ref Utf8JsonReader reader, int level, string column, string reason)
    {
        Level at = _levels[level];
        if (at.Broken is not null) return;
        at.Broken = reason;
        at.BrokenColumn = column;
        at.BrokenStart = _origin + (int)reader.TokenStartIndex;
        Utf8JsonReader ahead = reader;
        ahead.TrySkip();
        at.BrokenEnd = _origin + (int)ahead.BytesConsumed;
    }

    /// <summary>Of two values in one place neither can be believed.</summary>
    private void Repeat(ref Utf8JsonReader reader, JsonNode node)
    {
        if (node.FirstPlace >= 0) SetFault(node.Level, node.FirstPlace, Twice);
        else Break(ref reader, node.Level, _rowsColumn, Twice);
    }
}
