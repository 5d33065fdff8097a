using System.Runtime.CompilerServices;

namespace CustomerJourney.Classification.Machine;

/// <summary>A rule that holds, with its stage, in one number: of several the least is that of the first rule. Without branches, since which rules hold cannot be foretold.</summary>
internal static class HeldRule
{
    /// <summary>No rule holds. Greater than every other.</summary>
    public const int None = int.MaxValue;

    private const int BitsOfStage = 8;

    /// <summary>The number of a rule.</summary>
    /// <param name="rule">The rule, by its place in <see cref="Rules.StageRules.Rules"/>.</param>
    /// <param name="stage">Its stage.</param>
    public static int Of(int rule, byte stage) => checked(rule * (1 << BitsOfStage)) | stage;

    /// <summary>The number if the rule holds, else <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int If(bool holds, int rule) => unchecked(rule | (((holds ? 1 : 0) - 1) & None));

    /// <summary>The first of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int First(int one, int other) => unchecked(one + ((other - one) & ((other - one) >> 31)));

    /// <summary>The place of the rule; -1 if none holds.</summary>
    public static int RuleOf(int held) => held == None ? -1 : held >> BitsOfStage;

    /// <summary>The stage of the rule, or another if none holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte StageOr(int held, int stage)
    {
        // Only none becomes negative when something is added to it.
        int isNone = unchecked(held + 1) >> 31;
        return unchecked((byte)((stage & isNone) | (held & ~isNone)));
    }
}
