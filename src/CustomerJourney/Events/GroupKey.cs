namespace CustomerJourney.Events;

/// <summary>A group of a dimension, independent of any log's codes: its name and its place (journey position, period), names of one place in ordinal order.</summary>
internal readonly record struct GroupKey(long Place, string Name, GroupKind Kind) : IComparable<GroupKey>
{
    public static GroupKey Named(string name) => new(0, name, GroupKind.Named);

    public int CompareTo(GroupKey other)
    {
        int byKind = Kind.CompareTo(other.Kind);
        if (byKind != 0) return byKind;
        int byPlace = Place.CompareTo(other.Place);
        return byPlace != 0 ? byPlace : string.CompareOrdinal(Name, other.Name);
    }

    public void Save(BinaryWriter state)
    {
        state.Write(Place);
        state.Write(Name);
        state.Write((byte)Kind);
    }

    public static GroupKey Load(BinaryReader state)
    {
        GroupKey key = new(state.ReadInt64(), state.ReadString(), (GroupKind)state.ReadByte());
        return key.Kind <= GroupKind.None ? key : throw new InvalidDataException($"{key.Kind} is not a kind of group.");
    }
}
