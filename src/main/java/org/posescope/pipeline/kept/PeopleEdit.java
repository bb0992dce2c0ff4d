package org.posescope.pipeline.kept;

import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/** One change that the user made of who is who in a clip; people are named by their identities. */
public sealed interface PeopleEdit {
    /** The same of the identities that became of those. */
    PeopleEdit renumbered(IntUnaryOperator identities);

    /** Who somebody is by this at a place of the clip; empty: nobody. */
    default OptionalInt identity(int id, long positionMicros) {
        return OptionalInt.of(id);
    }

    /** Somebody has a name; an empty one takes it away. */
    record Rename(int id, String name) implements PeopleEdit {
        private static final int LONGEST = 40;

        public Rename {
            String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
            name = plain.substring(0, plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0,
                    plain.length()))));
        }

        @Override
        public PeopleEdit renumbered(IntUnaryOperator identities) {
            return new Rename(identities.applyAsInt(id), name);
        }
    }

    /** Somebody is left out of pictures and files, or not any more. */
    record Hide(int id, boolean hidden) implements PeopleEdit {
        @Override
        public PeopleEdit renumbered(IntUnaryOperator identities) {
            return new Hide(identities.applyAsInt(id), hidden);
        }
    }

    /** Two are one person. */
    record Merge(int id, int into) implements PeopleEdit {
        @Override
        public OptionalInt identity(int somebody, long positionMicros) {
            return OptionalInt.of(somebody == id ? into : somebody);
        }

        @Override
        public PeopleEdit renumbered(IntUnaryOperator identities) {
            return new Merge(identities.applyAsInt(id), identities.applyAsInt(into));
        }
    }

    /** Somebody is another person from a place of the clip on. */
    record Split(int id, long fromMicros, int fresh) implements PeopleEdit {
        @Override
        public OptionalInt identity(int somebody, long positionMicros) {
            return OptionalInt.of(somebody == id && positionMicros >= fromMicros ? fresh : somebody);
        }

        @Override
        public PeopleEdit renumbered(IntUnaryOperator identities) {
            return new Split(identities.applyAsInt(id), fromMicros, identities.applyAsInt(fresh));
        }
    }

    /** Somebody is nobody at all. */
    record Delete(int id) implements PeopleEdit {
        @Override
        public OptionalInt identity(int somebody, long positionMicros) {
            return somebody == id ? OptionalInt.empty() : OptionalInt.of(somebody);
        }

        @Override
        public PeopleEdit renumbered(IntUnaryOperator identities) {
            return new Delete(identities.applyAsInt(id));
        }
    }
}
