namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a question after a row that is not there.</summary>
internal sealed class AbsentValue<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The row is not there: ask HasValue before Value.");

    public override Response GetRawResponse() => response;
}
