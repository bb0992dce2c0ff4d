package org.posescope.tensor.pickle;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.posescope.tensor.MalformedDataException;

/**
 * Runs one pickle, instruction by instruction as CPython's {@code Lib/pickletools.py} describes them. It works in a loop
 * over a stack of its own, so no depth of nesting can exhaust Java's.
 */
final class PickleMachine {
    private static final int NEWEST_PROTOCOL = 5;

    private final PickleInput input;
    private final PersistentIds persistentIds;
    private final PickleBudget budget;
    private final PickleStack stack;
    private final PickleMemo memo;
    private final PickleContainers containers;
    private final PickleCalls calls;

    PickleMachine(ByteBuffer data, Map<String, PickleFunction> vocabulary, PersistentIds persistentIds) {
        this.input = new PickleInput(data);
        this.persistentIds = persistentIds;
        this.budget = new PickleBudget(data.remaining());
        this.stack = new PickleStack(budget);
        this.memo = new PickleMemo(budget);
        this.containers = new PickleContainers(stack, budget);
        this.calls = new PickleCalls(vocabulary, budget);
    }

    Object run() throws MalformedDataException {
        Opcode opcode = next();
        while (opcode != Opcode.STOP) {
            execute(opcode);
            opcode = next();
        }
        return stack.pop();
    }

    private Opcode next() throws MalformedDataException {
        int code = input.unsigned1();
        Opcode opcode = Opcode.of(code);
        if (opcode == null) {
            throw new MalformedDataException("it is no pickle, or a damaged one (instruction " + code + ")");
        }
        return opcode;
    }

    private void execute(Opcode opcode) throws MalformedDataException {
        switch (opcode) {
            case PROTO -> checkProtocol(input.unsigned1());
            case FRAME -> input.require(input.signed8());
            case MARK -> stack.mark();
            case POP -> stack.popValueOrMark();
            case POP_MARK -> stack.popMark();
            case DUP -> stack.push(stack.peek());

            case NONE -> stack.push(PickleNone.NONE);
            case NEWTRUE -> stack.push(true);
            case NEWFALSE -> stack.push(false);
            case INT -> stack.push(PickleLiterals.intLine(input.line()));
            case LONG -> stack.push(PickleLiterals.longLine(input.line()));
            case BININT -> stack.push((long) input.signed4());
            case BININT1 -> stack.push((long) input.unsigned1());
            case BININT2 -> stack.push((long) input.unsigned2());
            case LONG1 -> pushLong(input.bytes(input.unsigned1()));
            case LONG4 -> pushLong(input.bytes(input.signed4()));
            case FLOAT -> stack.push(PickleLiterals.floatLine(input.line()));
            case BINFLOAT -> stack.push(input.bigEndianDouble());

            case UNICODE -> pushText(PickleLiterals.rawUnicodeEscape(input.line()));
            case SHORT_BINUNICODE -> pushText(PickleLiterals.text(input.bytes(input.unsigned1())));
            case BINUNICODE -> pushText(PickleLiterals.text(input.bytes(input.unsigned4())));
            case BINUNICODE8 -> pushText(PickleLiterals.text(input.bytes(input.signed8())));
            case STRING -> stack.push(PickleLiterals.quotedString(input.line()));
            case SHORT_BINSTRING, SHORT_BINBYTES -> stack.push(input.bytes(input.unsigned1()));
            case BINSTRING -> stack.push(input.bytes(input.signed4()));
            case BINBYTES -> stack.push(input.bytes(input.unsigned4()));
            case BINBYTES8, BYTEARRAY8 -> stack.push(input.bytes(input.signed8()));

            case EMPTY_TUPLE -> containers.pushTuple(List.of());
            case TUPLE1 -> containers.pushTuple(pop(1));
            case TUPLE2 -> containers.pushTuple(pop(2));
            case TUPLE3 -> containers.pushTuple(pop(3));
            case TUPLE -> containers.pushTuple(stack.popMark());
            case EMPTY_LIST -> containers.pushList(List.of());
            case LIST -> containers.pushList(stack.popMark());
            case APPEND -> containers.append(pop(1));
            case APPENDS -> containers.append(stack.popMark());
            case EMPTY_DICT -> containers.pushDict(List.of());
            case DICT -> containers.pushDict(stack.popMark());
            case SETITEM -> containers.setItems(pop(2));
            case SETITEMS -> containers.setItems(stack.popMark());
            case EMPTY_SET -> containers.pushSet(List.of());
            case FROZENSET -> containers.pushSet(stack.popMark());
            case ADDITEMS -> containers.addItems(stack.popMark());

            case PUT -> memo.put(lineNumber(), stack.peek());
            case BINPUT -> memo.put(input.unsigned1(), stack.peek());
            case LONG_BINPUT -> memo.put(input.unsigned4(), stack.peek());
            case MEMOIZE -> memo.putNext(stack.peek());
            case GET -> stack.push(memo.get(lineNumber()));
            case BINGET -> stack.push(memo.get(input.unsigned1()));
            case LONG_BINGET -> stack.push(memo.get(input.unsigned4()));

            case PERSID -> stack.push(persistentIds.load(PickleLiterals.text(input.line())));
            case BINPERSID -> stack.push(persistentIds.load(stack.pop()));
            case GLOBAL -> stack.push(calls.global(input.line(), input.line()));
            case STACK_GLOBAL -> pushStackGlobal(pop(2));
            case INST -> stack.push(calls.call(calls.global(input.line(), input.line()), stack.popMark()));
            case OBJ -> stack.push(calls.instantiate(stack.popMark()));
            case REDUCE, NEWOBJ -> pushCall(pop(2));
            case NEWOBJ_EX -> pushCallWithoutKeywords(pop(3));
            case BUILD -> build(stack.pop());
            case EXT1 -> throw calls.refusedExtension(opcode, input.unsigned1());
            case EXT2 -> throw calls.refusedExtension(opcode, input.unsigned2());
            case EXT4 -> throw calls.refusedExtension(opcode, input.signed4());
            case NEXT_BUFFER, READONLY_BUFFER ->
                throw new MalformedDataException("its pickle refers to data outside of the file");
            case STOP -> throw new IllegalStateException("the machine runs on after its end");
        }
    }

    private static void checkProtocol(int protocol) throws MalformedDataException {
        if (protocol > NEWEST_PROTOCOL) {
            throw new MalformedDataException("it is a pickle of the unknown protocol " + protocol);
        }
    }

    private List<Object> pop(int count) throws MalformedDataException {
        Object[] items = new Object[count];
        for (int i = count - 1; i >= 0; i--) {
            items[i] = stack.pop();
        }
        return List.of(items);
    }

    private void pushLong(ByteBuffer littleEndian) throws MalformedDataException {
        budget.spend(littleEndian.remaining());
        stack.push(PickleLiterals.twosComplement(littleEndian));
    }

    private void pushText(String text) throws MalformedDataException {
        budget.spend(text.length());
        stack.push(text);
    }

    private long lineNumber() throws MalformedDataException {
        return PickleValues.integer(PickleLiterals.intLine(input.line()));
    }

    private void pushStackGlobal(List<Object> name) throws MalformedDataException {
        stack.push(calls.global(name.getFirst(), name.getLast()));
    }

    private void pushCall(List<Object> call) throws MalformedDataException {
        stack.push(calls.call(call.getFirst(), call.getLast()));
    }

    private void pushCallWithoutKeywords(List<Object> call) throws MalformedDataException {
        stack.push(calls.callWithoutKeywords(call.get(0), call.get(1), call.get(2)));
    }

    private void build(Object state) throws MalformedDataException {
        calls.build(stack.peek(), state);
    }
}
