namespace Checkstand.Storage;

/// <summary>
/// The values that were noted last, in two halves: when the younger is full, the older goes. So nothing is counted or
/// ordered for it, and the last half a memory's worth is always there. Not for two threads at once.
/// </summary>
/// <param name="halfMax">Values in each half. At least that many of the last noted are there, at most twice as many.</param>
internal sealed class Recent<TKey, T>(int halfMax)
    where TKey : notnull
    where T : class
{
    private Dictionary<TKey, T> young = [];
    private Dictionary<TKey, T> old = [];

    /// <summary>What was noted; null when it was not, or is gone.</summary>
    public T? Find(TKey key) => young.GetValueOrDefault(key) ?? old.GetValueOrDefault(key);

    public void Note(TKey key, T value)
    {
        if (young.Count >= halfMax)
        {
            (young, old) = (old, young);
            young.Clear();
        }

        young[key] = value;
    }

    public void Forget(TKey key)
    {
        young.Remove(key);
        old.Remove(key);
    }

    public void Clear()
    {
        young.Clear();
        old.Clear();
    }
}
