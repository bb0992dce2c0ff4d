package org.posescope.infer;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteOk;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithXNNPACK;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithoutDefaultDelegates;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.MutableOpResolver;
import org.bytedeco.tensorflowlite.TfLiteDelegate;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.global.tensorflowlite;
import org.posescope.infer.memory.MappedFile;
import org.posescope.infer.memory.WeightHold;
import org.posescope.infer.memory.WeightShare;
import org.posescope.infer.operator.MediaPipeOperators;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelFile;
import org.posescope.network.tensorflow.lite.WholeWeights;
import org.posescope.tensor.MalformedDataException;

/** Opens flat buffer files ({@code .tflite}) in TensorFlow Lite with XNNPACK. */
final class TfLiteLoader {
    private TfLiteLoader() {}

    /** @throws LinkageError when the native library is not there for this system */
    static void loadLibrary() {
        Loader.load(tensorflowlite.class);
    }

    static Session open(ModelFile model, SessionOptions options, WeightShare weights) {
        loadLibrary();
        return weights.hold(List.of(model.path(), options.unreadOutputs()))
                .flatMap(hold -> tryOpening(model, options, Optional.of(hold)))
                .or(() -> tryOpening(model, options, Optional.empty()))
                .orElseThrow(() -> LoadFailure.notLoadable(model, "an operator or a shape is not supported"));
    }

    /**
     * Empty where the network needs what this build does not have.
     *
     * @param hold the shared weights, closed with the session; empty: it has its own
     */
    private static Optional<Session> tryOpening(ModelFile model, SessionOptions options, Optional<WeightHold> hold) {
        NativeResources resources = new NativeResources();
        hold.ifPresent(held -> resources.onClose(held::close));
        try {
            MappedFile file = file(model, options);
            resources.onClose(file::close);
            BytePointer bytes = resources.own(new BytePointer(file.content().asByteBuffer()));
            FlatBufferModel flatBuffer = resources
                    .own(FlatBufferModel.BuildFromBuffer(bytes, file.content().byteSize()));
            Interpreter interpreter = interpreter(flatBuffer, options, hold.isPresent(), resources);
            if (Pointer.isNull(interpreter) || !sized(interpreter, model.card().input())
                    || !hold.stream().allMatch(held -> held.apply(options.threads(), takeOver(interpreter)))
                    || interpreter.AllocateTensors() != kTfLiteOk) {
                resources.close();
                return Optional.empty();
            }
            // From here on XNNPACK reads its own, rearranged weights.
            file.giveBack();
            return Optional.of(new TfLiteSession(resources, interpreter, model, options.threads()));
        } catch (IOException e) {
            resources.close();
            throw LoadFailure.unreadable(model, e);
        } catch (MalformedDataException e) {
            resources.close();
            throw LoadFailure.notLoadable(model, e);
        } catch (RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    private static Predicate<MemorySegment> takeOver(Interpreter interpreter) {
        return delegate -> interpreter
                .ModifyGraphWithDelegate(new TfLiteDelegate(new NativeAddress(delegate))) == kTfLiteOk;
    }

    /** Something that lies there, owned by somebody else. */
    private static final class NativeAddress extends Pointer {
        NativeAddress(MemorySegment segment) {
            address = segment.address();
        }
    }

    /** Gives an only input its size where the file leaves it open. */
    private static boolean sized(Interpreter interpreter, InputSpec input) {
        if (interpreter.inputs().limit() != 1) {
            return true;
        }
        TfLiteIntArray sides = interpreter.input_tensor(0).dims_signature();
        boolean open = !Pointer.isNull(sides) && IntStream.range(1, sides.size()).anyMatch(i -> sides.data(i) < 0);
        return !open || interpreter.ResizeInputTensor(interpreter.inputs().get(0), input.shape(1)) == kTfLiteOk;
    }

    private static MappedFile file(ModelFile model, SessionOptions options)
            throws IOException, MalformedDataException {
        try (BytePointer bytes = read(model);
                FlatBufferModel flatBuffer = FlatBufferModel.VerifyAndBuildFromBuffer(bytes, bytes.limit(), null,
                        null)) {
            if (Pointer.isNull(flatBuffer)) {
                throw LoadFailure.notLoadable(model, "no valid flat buffer");
            }
            ByteBuffer content = bytes.asByteBuffer();
            UnreadOutputs.leaveOut(content, options.unreadOutputs());
            return new MappedFile(channel -> WholeWeights.write(content, channel));
        }
    }

    /** Read here and not by the library, which takes file names in the encoding of the system only. */
    private static BytePointer read(ModelFile model) throws IOException {
        try (FileChannel channel = FileChannel.open(model.path())) {
            if (channel.size() == 0) {
                throw LoadFailure.notLoadable(model, "it is empty");
            }
            BytePointer bytes = new BytePointer(channel.size());
            ByteBuffer target = bytes.asByteBuffer();
            while (target.hasRemaining()) {
                if (channel.read(target) < 0) {
                    throw new EOFException("the file became shorter while it was read");
                }
            }
            return bytes;
        }
    }

    /** A null pointer when the network needs what this build does not have. */
    private static Interpreter interpreter(FlatBufferModel flatBuffer, SessionOptions options,
            boolean delegated, NativeResources resources) {
        TfLiteLog.onlyWarnings();
        // The default resolver of this build comes without XNNPACK and is an order of magnitude slower.
        MutableOpResolver resolver = resources.own(delegated
                ? new BuiltinOpResolverWithoutDefaultDelegates()
                : new BuiltinOpResolverWithXNNPACK());
        MediaPipeOperators.addTo(resolver);
        Interpreter interpreter = new Interpreter((Pointer) null);
        try (InterpreterBuilder builder = new InterpreterBuilder(flatBuffer, resolver)) {
            builder.SetNumThreads(options.threads());
            builder.apply(interpreter);
        }
        return resources.own(interpreter);
    }
}
