using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace CustomerJourney.Tests.Architecture;

/// <summary>The public types and members of the library as sorted text, one member a line, in words close to C#.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(char)] = "char",
        [typeof(object)] = "object",
    };

    /// <summary>All public types but those that the compiler makes.</summary>
    public static IEnumerable<Type> Types => typeof(Journey).Assembly.GetExportedTypes().Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal));

    public static string ToText()
    {
        StringBuilder text = new();
        foreach (Type type in Types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string line in Members(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(line).Append('\n');
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    public static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Header(Type type)
    {
        bool record = type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is not null);
        string kind = typeof(Delegate).IsAssignableFrom(type) ? "delegate" : type.IsEnum ? "enum" : type.IsInterface ? "interface"
            : $"{(record ? "record " : "")}{(type.IsValueType ? $"{(type.IsByRefLike ? "ref " : "")}struct" : "class")}";
        string modifier = !type.IsClass ? "" : type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        IEnumerable<Type> inherited = type.IsEnum || type.IsInterface && type.GetInterfaces().Length == 0 ? [] : type.GetInterfaces()
            .Where(one => one.IsPublic && !(one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .OrderBy(one => Name(one), StringComparer.Ordinal);
        string[] bases = [.. (type.BaseType is { } of && of != typeof(object) && of != typeof(ValueType) && of != typeof(Enum) ? new[] { of } : []).Concat(inherited).Select(one => Name(one))];
        return $"{modifier}{kind} {type.Namespace}.{Name(type)}{(bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(name => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture):D2} {name}"));
        return type.GetMembers(Declared).Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !member.Name.Contains('<', StringComparison.Ordinal))
            .Select(member => member switch
            {
                ConstructorInfo one when IsVisible(one) => $"new({Parameters(one)})",
                FieldInfo { IsPublic: true } one => $"{(one.IsLiteral ? "const" : "static")} {Name(one.FieldType)} {one.Name}{(one.IsLiteral ? $" = {Value(one.GetRawConstantValue())}" : "")}",
                PropertyInfo one when Accessor(one) is { } accessor && IsVisible(accessor) && one.Name != "EqualityContract" => Property(one, accessor),
                MethodInfo { IsSpecialName: false } one when IsVisible(one) && !IsOfRecord(one) => $"{Modifier(one)}{Typed(one.ReturnParameter)} {one.Name}{Generics(one)}({Parameters(one)})",
                MethodInfo one when one.Name.StartsWith("op_", StringComparison.Ordinal) && IsVisible(one) && !IsOfRecord(one) => $"{Modifier(one)}{Typed(one.ReturnParameter)} {one.Name}({Parameters(one)})",
                _ => null,
            }).OfType<string>();
    }

    private static string Property(PropertyInfo property, MethodInfo accessor)
    {
        string required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        string get = property.GetMethod is { } getter && IsVisible(getter) ? " get;" : "";
        string set = property.SetMethod is { } setter && IsVisible(setter) ? IsInit(setter) ? " init;" : " set;" : "";
        string name = property.GetIndexParameters() is { Length: > 0 } indexes ? $"this[{string.Join(", ", indexes.Select(Parameter))}]" : property.Name;
        NullabilityInfo nullability = Nullability.Create(property);
        return $"{Modifier(accessor)}{required}{Marked(property.PropertyType, property.GetMethod is null ? nullability.WriteState : nullability.ReadState)} {name} {{{get}{set} }}";
    }

    private static MethodInfo? Accessor(PropertyInfo property) => property.GetMethod ?? property.SetMethod;

    private static bool IsVisible(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    /// <summary>What every record or value has: equality and text that are not worth a line.</summary>
    private static bool IsOfRecord(MethodInfo method) => method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "op_Equality" or "op_Inequality" or "Finalize";

    private static string Modifier(MethodInfo method)
    {
        string access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic) return $"{access}static ";
        if (method.DeclaringType!.IsInterface || !method.IsVirtual || method.IsFinal) return access;
        bool overrides = method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        return $"{access}{(method.IsAbstract ? "abstract " : overrides ? "override " : "virtual ")}";
    }

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";

    private static string Parameters(MethodBase method)
    {
        string all = string.Join(", ", method.GetParameters().Select(Parameter));
        return method.IsDefined(typeof(ExtensionAttribute)) ? $"this {all}" : all;
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        return $"{prefix}{Typed(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : "")}";
    }

    private static string Typed(ParameterInfo parameter) => Marked(parameter.ParameterType, Nullability.Create(parameter).ReadState);

    private static string Marked(Type type, NullabilityState state)
    {
        Type plain = type.IsByRef ? type.GetElementType()! : type;
        return state == NullabilityState.Nullable && !plain.IsValueType && !plain.IsGenericParameter ? $"{Name(plain)}?" : Name(plain);
    }

    private static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        Enum one => $"{one.GetType().Name}.{one}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (Keywords.TryGetValue(type, out string? keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Name(value)}?";
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[]";
        string name = type is { IsNested: true, IsGenericParameter: false } ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
