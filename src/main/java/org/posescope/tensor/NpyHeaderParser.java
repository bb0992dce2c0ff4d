package org.posescope.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the header of a {@code .npy} file: the text of a Python dictionary with the keys {@code descr} (a string),
 * {@code fortran_order} (True or False) and {@code shape} (a tuple of whole numbers), in any order. Nothing else of
 * Python's syntax is understood, so nothing else can be made to happen.
 */
final class NpyHeaderParser {
    private static final int MOST_DIGITS = 18;

    private final String text;
    private int at;

    private NpyHeaderParser(String text) {
        this.text = text;
    }

    static NpyHeader parse(String text) throws MalformedDataException {
        return new NpyHeaderParser(text).dictionary();
    }

    private NpyHeader dictionary() throws MalformedDataException {
        String descr = null;
        Boolean fortranOrder = null;
        long[] shape = null;
        expect('{');
        while (!accept('}')) {
            String key = string();
            expect(':');
            switch (key) {
                case "descr" -> descr = typeName();
                case "fortran_order" -> fortranOrder = truth();
                case "shape" -> shape = tuple();
                default -> throw new MalformedDataException("its header has the unknown key " + Quoted.of(key));
            }
            if (!accept(',') && peek() != '}') {
                throw unreadable();
            }
        }
        if (peek() != 0) {
            throw unreadable();
        }
        if (descr == null || fortranOrder == null || shape == null) {
            throw new MalformedDataException("its header lacks one of descr, fortran_order and shape");
        }
        return NpyHeader.checked(DType.parse(descr), fortranOrder, shape);
    }

    private String typeName() throws MalformedDataException {
        if (peek() == '[') {
            throw new MalformedDataException("it holds records, not plain elements");
        }
        return string();
    }

    private String string() throws MalformedDataException {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw unreadable();
        }
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw unreadable();
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private boolean truth() throws MalformedDataException {
        boolean value = peek() == 'T';
        String word = value ? "True" : "False";
        if (!text.startsWith(word, at)) {
            throw unreadable();
        }
        at += word.length();
        return value;
    }

    private long[] tuple() throws MalformedDataException {
        List<Long> items = new ArrayList<>();
        expect('(');
        while (!accept(')')) {
            items.add(integer());
            if (!accept(',') && peek() != ')') {
                throw unreadable();
            }
        }
        return items.stream().mapToLong(Long::longValue).toArray();
    }

    /** Digits, after which Python 2 may have left the {@code L} of its long integers. */
    private long integer() throws MalformedDataException {
        boolean negative = accept('-');
        skipSpace();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > MOST_DIGITS) {
            throw new MalformedDataException("its header has an impossible shape");
        }
        long value = Long.parseLong(text, start, at, 10);
        accept('L');
        return negative ? -value : value;
    }

    private void expect(char wanted) throws MalformedDataException {
        if (!accept(wanted)) {
            throw unreadable();
        }
    }

    private boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** The next character that is not white space, or 0 at the end. */
    private char peek() {
        skipSpace();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private static MalformedDataException unreadable() {
        return new MalformedDataException("its header is not the dictionary that the npy format asks for");
    }
}
