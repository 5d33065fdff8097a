namespace CustomerJourney.Events;

/// <summary>The names of a dictionary that are in use, and for each code its new one. The names left move up and stay in ordinal order.</summary>
internal sealed class UsedNames
{
    private readonly int[] _places;

    private UsedNames(string[] names, bool[] isUsed)
    {
        int count = isUsed.AsSpan().Count(true);
        IsAll = count == names.Length;
        Names = IsAll ? names : new string[count];
        Sources = new int[count];
        _places = new int[names.Length];
        int next = 0;
        for (int code = 0; code < names.Length; code++)
        {
            _places[code] = isUsed[code] ? next : -1;
            if (!isUsed[code]) continue;
            Names[next] = names[code];
            Sources[next++] = code;
        }
    }

    public bool IsAll { get; }

    public string[] Names { get; }

    /// <summary>For each new code, the old one.</summary>
    public int[] Sources { get; }

    /// <param name="names">The names.</param>
    /// <param name="codes">The codes in use; negative ones stand for none.</param>
    public static UsedNames Of(string[] names, int[]? codes)
    {
        bool[] isUsed = new bool[names.Length];
        foreach (int code in codes ?? [])
        {
            if (code >= 0) isUsed[code] = true;
        }

        return new(names, isUsed);
    }

    /// <inheritdoc cref="Of(string[], int[])"/>
    public static UsedNames Of(string[] names, ushort[] codes)
    {
        bool[] isUsed = new bool[names.Length];
        foreach (ushort code in codes) isUsed[code] = true;
        return new(names, isUsed);
    }

    /// <summary>Codes of channels, of which <see cref="LogSchema.NoChannel"/> is none.</summary>
    public static UsedNames Of(string[] names, byte[]? codes)
    {
        bool[] isUsed = new bool[LogSchema.NoChannel + 1];
        foreach (byte code in codes ?? []) isUsed[code] = true;
        return new(names, isUsed[..names.Length]);
    }

    public int[] Recode(int[] codes)
    {
        int[] recoded = GC.AllocateUninitializedArray<int>(codes.Length);
        for (int index = 0; index < codes.Length; index++) recoded[index] = codes[index] < 0 ? -1 : _places[codes[index]];
        return recoded;
    }

    public ushort[] Recode(ushort[] codes)
    {
        ushort[] recoded = GC.AllocateUninitializedArray<ushort>(codes.Length);
        for (int index = 0; index < codes.Length; index++) recoded[index] = (ushort)_places[codes[index]];
        return recoded;
    }

    public byte[] Recode(byte[] codes)
    {
        byte[] recoded = GC.AllocateUninitializedArray<byte>(codes.Length);
        for (int index = 0; index < codes.Length; index++) recoded[index] = codes[index] == LogSchema.NoChannel ? LogSchema.NoChannel : (byte)_places[codes[index]];
        return recoded;
    }
}
