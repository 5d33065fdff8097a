using System.Text;
using System.Text.Json;

namespace CustomerJourney.IO;

/// <summary>A value on the ways of the columns through a JSON object: what is read of it, and what lies below it.</summary>
internal sealed class JsonNode(int id, int level, byte[] name)
{
    /// <summary>The number of the node among all of the plan.</summary>
    public int Id => id;

    /// <summary>The list that the object of the node is an item of: 0 for the record itself.</summary>
    public int Level => level;

    /// <summary>The values of keys.</summary>
    public JsonNode[] Members { get; private set; } = [];

    /// <summary>The items at places.</summary>
    public (int Index, JsonNode Node)[] Items { get; private set; } = [];

    /// <summary>The items that are chosen by a field: for each field the nodes by its values.</summary>
    public (byte[] Key, JsonNode[] Nodes)[] Choices { get; private set; } = [];

    /// <summary>The places of the columns that have this value.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>The place of the first column at or below the node; -1 if only rows lie there.</summary>
    public int FirstPlace { get; private set; } = -1;

    /// <summary>Whether the items of this list are the objects of the next level.</summary>
    public bool HoldsRows { get; set; }

    /// <summary>The nodes below this one, all the way down.</summary>
    public IEnumerable<JsonNode> Below =>
        Members.Concat(Items.Select(item => item.Node)).Concat(Choices.SelectMany(choice => choice.Nodes)).SelectMany(node => node.Below.Prepend(node));

    public void AddPlace(int place) => Places = [.. Places, place];

    public void Passed(int place) => FirstPlace = FirstPlace < 0 ? place : FirstPlace;

    /// <summary>The node after a step, made where it is new.</summary>
    public JsonNode After(JsonStep step, ref int nextId)
    {
        switch (step.Kind)
        {
            case JsonStepKind.Key:
                Members = WithNamed(Members, step.Key, ref nextId, out JsonNode member);
                return member;
            case JsonStepKind.Index:
                if (Array.FindIndex(Items, item => item.Index == step.Index) is >= 0 and int known) return Items[known].Node;
                Items = [.. Items, (step.Index, new JsonNode(nextId++, level, []))];
                return Items[^1].Node;
            default:
                byte[] key = Encoding.UTF8.GetBytes(step.Key);
                int place = Array.FindIndex(Choices, choice => choice.Key.AsSpan().SequenceEqual(key));
                if (place < 0)
                {
                    place = Choices.Length;
                    Choices = [.. Choices, (key, [])];
                }

                Choices[place].Nodes = WithNamed(Choices[place].Nodes, step.Value, ref nextId, out JsonNode chosen);
                return chosen;
        }
    }

    /// <summary>The place of the member whose key the reader stands on, -1 if there is none; members mostly come in one order, so the search begins where the last one ended.</summary>
    public int Find(ref Utf8JsonReader reader, int first)
    {
        JsonNode[] members = Members;
        for (int place = first; place < members.Length; place++)
        {
            if (members[place].HasName(ref reader)) return place;
        }

        for (int place = 0; place < first && place < members.Length; place++)
        {
            if (members[place].HasName(ref reader)) return place;
        }

        return -1;
    }

    /// <summary>Whether the reader stands on the node's key, or on the text or number by which it is chosen.</summary>
    public bool HasName(ref Utf8JsonReader reader) => IsAt(ref reader, name);

    /// <summary>Whether the reader stands on a text, a number or a key that reads so.</summary>
    public static bool IsAt(ref Utf8JsonReader reader, byte[] text)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan.SequenceEqual(text);
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no text that anybody could have asked for.
            return false;
        }
    }

    private JsonNode[] WithNamed(JsonNode[] nodes, string text, ref int nextId, out JsonNode node)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (Array.Find(nodes, known => known.IsNamed(bytes)) is { } found)
        {
            node = found;
            return nodes;
        }

        node = new JsonNode(nextId++, level, bytes);
        return [.. nodes, node];
    }

    private bool IsNamed(byte[] bytes) => name.AsSpan().SequenceEqual(bytes);
}
