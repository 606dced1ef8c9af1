using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// Hashes as many messages in each processor step as a vector has lanes. What a later hash takes from an earlier one
/// (the salt in the ticket, the seal in the leaf) stays in vectors and is shifted into place there; only codes, classes
/// and children are gathered from memory, and only results are written to it.
/// </summary>
/// <remarks>
/// Messages are built as big-endian words, sixteen to a block, as FIPS 180-4 section 5.2.1 has them. Where there are
/// fewer messages left than lanes, the last one fills the spare lanes and their results are dropped.
/// </remarks>
internal sealed class LaneHasher<TVector, TLanes> : DrawHasher
    where TVector : unmanaged
    where TLanes : struct, ILanes<TVector>
{
    private const int MaxLanes = 16;
    private const int CodeWords = 5;
    private const int DigestWords = 8;
    private const int BlockWords = 16;
    private const int ScheduleLength = Sha256Kernel<TVector, TLanes>.ScheduleLength;
    private static readonly int SpareVectors = CacheLine.Spare<TVector>();
    private static readonly int SpareWords = CacheLine.Spare<uint>();

    public override void Leaves(
        DrawKey key, ReadOnlySpan<UnifiedSocialCreditCode> codes, ReadOnlySpan<RiskClass> classes, Span<Digest> leaves)
    {
        Span<uint> keyWords = stackalloc uint[DigestWords];
        Digest.FromBytes(key.Bytes).CopyWordsTo(keyWords);
        Span<TVector> state = CacheLine.Align(stackalloc TVector[DigestWords + SpareVectors]);
        Span<TVector> w = CacheLine.Align(stackalloc TVector[ScheduleLength + SpareVectors]);
        Span<TVector> code = CacheLine.Align(stackalloc TVector[CodeWords + SpareVectors]);
        Span<uint> words = CacheLine.Align(stackalloc uint[(DigestWords * MaxLanes) + SpareWords]);
        for (var at = 0; at < codes.Length; at += TLanes.Count)
        {
            GatherCodes(codes[at..], words, code);
            Salts(keyWords, code, state, w);
            ClassSeals(classes[at..], words, state, w);
            LeavesOfSeals(code, state, w);
            Scatter(state, words, leaves[at..]);
        }
    }

    public override void Tickets(
        DrawKey key, Digest seed, ReadOnlySpan<UnifiedSocialCreditCode> codes, Span<Digest> tickets)
    {
        Span<uint> keyWords = stackalloc uint[DigestWords];
        Span<uint> seedWords = stackalloc uint[DigestWords];
        Digest.FromBytes(key.Bytes).CopyWordsTo(keyWords);
        seed.CopyWordsTo(seedWords);
        Span<TVector> state = CacheLine.Align(stackalloc TVector[DigestWords + SpareVectors]);
        Span<TVector> w = CacheLine.Align(stackalloc TVector[ScheduleLength + SpareVectors]);
        Span<TVector> code = CacheLine.Align(stackalloc TVector[CodeWords + SpareVectors]);
        Span<uint> words = CacheLine.Align(stackalloc uint[(DigestWords * MaxLanes) + SpareWords]);
        for (var at = 0; at < codes.Length; at += TLanes.Count)
        {
            GatherCodes(codes[at..], words, code);
            Salts(keyWords, code, state, w);
            TicketsOfSalts(seedWords, state, w);
            Scatter(state, words, tickets[at..]);
        }
    }

    public override void Nodes(ReadOnlySpan<Digest> children, Span<Digest> parents)
    {
        Span<TVector> state = CacheLine.Align(stackalloc TVector[DigestWords + SpareVectors]);
        Span<TVector> w = CacheLine.Align(stackalloc TVector[ScheduleLength + SpareVectors]);
        Span<TVector> pair = CacheLine.Align(stackalloc TVector[(2 * DigestWords) + SpareVectors]);
        Span<uint> words = CacheLine.Align(stackalloc uint[(2 * DigestWords * MaxLanes) + SpareWords]);
        for (var at = 0; at < parents.Length; at += TLanes.Count)
        {
            GatherPairs(children[(2 * at)..], words, pair);
            NodesOfPairs(pair, state, w);
            Scatter(state, words, parents[at..]);
        }
    }

    public override void InspectorKeys(
        Digest ticket, InspectorMessages messages, ReadOnlySpan<int> which, Span<Digest> keys)
    {
        Span<uint> ticketWords = stackalloc uint[DigestWords];
        ticket.CopyWordsTo(ticketWords);
        Span<TVector> state = CacheLine.Align(stackalloc TVector[DigestWords + SpareVectors]);
        Span<TVector> w = CacheLine.Align(stackalloc TVector[ScheduleLength + SpareVectors]);
        Span<uint> words = CacheLine.Align(stackalloc uint[(DigestWords * MaxLanes) + SpareWords]);
        for (var at = 0; at < which.Length;)
        {
            // Lanes must agree on the number of blocks: a group ends where the next id is of another length.
            var blocks = messages.Blocks(which[at]);
            var count = 1;
            while (count < TLanes.Count && at + count < which.Length && messages.Blocks(which[at + count]) == blocks)
                count++;
            Sha256Kernel<TVector, TLanes>.Start(state);
            for (var block = 0; block < blocks; block++)
            {
                // The first block begins with the ticket, the same for all; the rest differs by inspector.
                var shared = block == 0 ? DigestWords : 0;
                Fill(w, ticketWords[..shared]);
                for (var word = shared; word < BlockWords; word++)
                    w[word] = GatherRow(messages.Row(block, word), which.Slice(at, count), words);
                Sha256Kernel<TVector, TLanes>.Compress(state, w);
            }

            Scatter(state, words, keys.Slice(at, count));
            at += count;
        }
    }

    /// <summary>
    /// The 18 bytes of each code in five words: <c>[0, u0..u2] [u3..u6] [u7..u10] [u11..u14] [u15..u17, 0]</c>. The salt's
    /// message has the code at byte 33 and the leaf's at byte 1, so both find it in these words.
    /// </summary>
    private static void GatherCodes(ReadOnlySpan<UnifiedSocialCreditCode> codes, Span<uint> words, Span<TVector> code)
    {
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var bytes = codes[Math.Min(lane, codes.Length - 1)].Bytes;
            words[lane] = BinaryPrimitives.ReadUInt32BigEndian(bytes) >> 8;
            words[MaxLanes + lane] = BinaryPrimitives.ReadUInt32BigEndian(bytes[3..]);
            words[(2 * MaxLanes) + lane] = BinaryPrimitives.ReadUInt32BigEndian(bytes[7..]);
            words[(3 * MaxLanes) + lane] = BinaryPrimitives.ReadUInt32BigEndian(bytes[11..]);
            words[(4 * MaxLanes) + lane] = BinaryPrimitives.ReadUInt32BigEndian(bytes[14..]) << 8;
        }

        LoadRows(words, code);
    }

    /// <summary><c>SHA256(drawKey ‖ 'S' ‖ uscc)</c>, 51 bytes; the salt is the first four words of the state.</summary>
    private static void Salts(
        ReadOnlySpan<uint> keyWords, ReadOnlySpan<TVector> code, Span<TVector> state, Span<TVector> w)
    {
        Fill(w, keyWords);
        w[8] = TLanes.Or(TLanes.Broadcast((uint)'S' << 24), code[0]);
        w[9] = code[1];
        w[10] = code[2];
        w[11] = code[3];
        w[12] = TLanes.Or(code[4], TLanes.Broadcast(0x80));
        HashBlock(state, w, firstUnused: 13, length: 51);
    }

    /// <summary><c>SHA256(seed ‖ 'T' ‖ salt)</c>, 49 bytes, from the salts in the state.</summary>
    private static void TicketsOfSalts(ReadOnlySpan<uint> seedWords, Span<TVector> state, Span<TVector> w)
    {
        Fill(w, seedWords);
        w[8] = TLanes.Or(TLanes.Broadcast((uint)'T' << 24), TLanes.ShiftRight(state[0], 8));
        w[9] = Join(state[0], state[1]);
        w[10] = Join(state[1], state[2]);
        w[11] = Join(state[2], state[3]);
        w[12] = TLanes.Or(TLanes.ShiftLeft(state[3], 24), TLanes.Broadcast(0x80_00_00));
        HashBlock(state, w, firstUnused: 13, length: 49);
    }

    /// <summary><c>SHA256(salt ‖ class)</c>, 17 to 24 bytes, from the salts in the state.</summary>
    private static void ClassSeals(
        ReadOnlySpan<RiskClass> classes, Span<uint> words, Span<TVector> state, Span<TVector> w)
    {
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var riskClass = classes[Math.Min(lane, classes.Length - 1)];
            var (packed, length) = (riskClass.Packed, riskClass.Length);
            // The mark 0x80 that ends every message follows the class: in its spare bytes, or in the word behind.
            if (length < RiskClass.MaxLength)
                packed |= 0x80UL << (56 - (8 * length));
            words[lane] = (uint)(packed >> 32);
            words[MaxLanes + lane] = unchecked((uint)packed);
            words[(2 * MaxLanes) + lane] = length == RiskClass.MaxLength ? 0x80_00_00_00 : 0;
            words[(3 * MaxLanes) + lane] = (uint)(Salt.Size + length) * 8;
        }

        state[..4].CopyTo(w);
        LoadRows(words, w.Slice(4, 3));
        w[7..15].Clear();
        w[15] = TLanes.Load(words.Slice(3 * MaxLanes, MaxLanes));
        Sha256Kernel<TVector, TLanes>.Start(state);
        Sha256Kernel<TVector, TLanes>.Compress(state, w);
    }

    /// <summary><c>SHA256(0x00 ‖ uscc ‖ classSeal)</c>, 51 bytes, from the seals in the state.</summary>
    private static void LeavesOfSeals(ReadOnlySpan<TVector> code, Span<TVector> state, Span<TVector> w)
    {
        code.CopyTo(w);
        w[4] = TLanes.Or(code[4], TLanes.ShiftRight(state[0], 24));
        for (var i = 0; i < DigestWords - 1; i++)
            w[5 + i] = TLanes.Or(TLanes.ShiftLeft(state[i], 8), TLanes.ShiftRight(state[i + 1], 24));
        w[12] = TLanes.Or(TLanes.ShiftLeft(state[7], 8), TLanes.Broadcast(0x80));
        HashBlock(state, w, firstUnused: 13, length: 51);
    }

    /// <summary><c>SHA256(0x01 ‖ l ‖ r)</c>, 65 bytes: two blocks, the second holding one byte of the message.</summary>
    private static void NodesOfPairs(ReadOnlySpan<TVector> pair, Span<TVector> state, Span<TVector> w)
    {
        w[0] = TLanes.Or(TLanes.Broadcast(0x01_00_00_00), TLanes.ShiftRight(pair[0], 8));
        for (var i = 1; i < BlockWords; i++)
            w[i] = Join(pair[i - 1], pair[i]);
        Sha256Kernel<TVector, TLanes>.Start(state);
        Sha256Kernel<TVector, TLanes>.Compress(state, w);
        w[0] = TLanes.Or(TLanes.ShiftLeft(pair[15], 24), TLanes.Broadcast(0x80_00_00));
        w[1..15].Clear();
        w[15] = TLanes.Broadcast(65 * 8);
        Sha256Kernel<TVector, TLanes>.Compress(state, w);
    }

    private static void GatherPairs(ReadOnlySpan<Digest> children, Span<uint> words, Span<TVector> pair)
    {
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var left = 2 * Math.Min(lane, (children.Length / 2) - 1);
            children[left].CopyWordsTo(words[lane..], MaxLanes);
            children[left + 1].CopyWordsTo(words[((DigestWords * MaxLanes) + lane)..], MaxLanes);
        }

        LoadRows(words, pair);
    }

    /// <summary>One word of each inspector's message, from a row that may hold one word for all.</summary>
    private static TVector GatherRow(ReadOnlySpan<uint> row, ReadOnlySpan<int> which, Span<uint> words)
    {
        if (row.Length == 1)
            return TLanes.Broadcast(row[0]);
        for (var lane = 0; lane < TLanes.Count; lane++)
            words[lane] = row[which[Math.Min(lane, which.Length - 1)]];
        return TLanes.Load(words[..MaxLanes]);
    }

    /// <summary>Writes the states out as digests, as many as the destination takes and lanes there are.</summary>
    private static void Scatter(ReadOnlySpan<TVector> state, Span<uint> words, Span<Digest> digests)
    {
        for (var word = 0; word < DigestWords; word++)
            TLanes.Store(state[word], words.Slice(word * MaxLanes, MaxLanes));
        var count = Math.Min(TLanes.Count, digests.Length);
        for (var lane = 0; lane < count; lane++)
            digests[lane] = Digest.FromWords(words[lane..], MaxLanes);
    }

    /// <summary>Vector k from row k of the words, which has room for the lanes of the widest vector.</summary>
    private static void LoadRows(ReadOnlySpan<uint> words, Span<TVector> vectors)
    {
        for (var row = 0; row < vectors.Length; row++)
            vectors[row] = TLanes.Load(words.Slice(row * MaxLanes, MaxLanes));
    }

    private static void HashBlock(Span<TVector> state, Span<TVector> w, int firstUnused, uint length)
    {
        w[firstUnused..15].Clear();
        w[15] = TLanes.Broadcast(length * 8);
        Sha256Kernel<TVector, TLanes>.Start(state);
        Sha256Kernel<TVector, TLanes>.Compress(state, w);
    }

    private static void Fill(Span<TVector> w, ReadOnlySpan<uint> words)
    {
        for (var i = 0; i < words.Length; i++)
            w[i] = TLanes.Broadcast(words[i]);
    }

    /// <summary>One byte of the first word, then three of the second: a stream that begins one byte into a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Join(TVector first, TVector second) =>
        TLanes.Or(TLanes.ShiftLeft(first, 24), TLanes.ShiftRight(second, 8));
}
