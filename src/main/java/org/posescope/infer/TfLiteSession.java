package org.posescope.infer;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTypeGetName;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteFloat32;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteOk;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithXNNPACK;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.OpResolver;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;

/**
 * A network in TensorFlow Lite with XNNPACK. Inputs are copied into the interpreter's memory; outputs are views of it, which
 * throw {@link IllegalStateException} after the session is closed.
 */
final class TfLiteSession implements Session {
    private final NativeResources resources;
    private final Interpreter interpreter;
    private final Arena views = Arena.ofShared();
    private final String file;
    private final int threads;
    private final List<TensorInfo> inputs = new ArrayList<>();
    private final List<TensorInfo> outputs = new ArrayList<>();
    private boolean closed;

    private TfLiteSession(NativeResources resources, Interpreter interpreter, ModelFile model, int threads) {
        this.resources = resources;
        this.interpreter = interpreter;
        this.file = model.path().toString();
        this.threads = threads;
        for (int i = 0; i < interpreter.inputs().limit(); i++) {
            inputs.add(describe(model, interpreter.GetInputName(i), interpreter.input_tensor(i)));
        }
        for (int i = 0; i < interpreter.outputs().limit(); i++) {
            outputs.add(describe(model, interpreter.GetOutputName(i), interpreter.output_tensor(i)));
        }
    }

    static TfLiteSession open(ModelFile model, SessionOptions options) {
        NativeResources resources = new NativeResources();
        try {
            BytePointer bytes = read(model, resources);
            FlatBufferModel flatBuffer = FlatBufferModel.VerifyAndBuildFromBuffer(bytes, bytes.limit(), null, null);
            if (Pointer.isNull(flatBuffer)) {
                throw LoadFailure.notLoadable(model, "no valid flat buffer");
            }
            resources.own(flatBuffer);
            // The default resolver of this build comes without XNNPACK and is an order of magnitude slower.
            OpResolver resolver = resources.own(new BuiltinOpResolverWithXNNPACK());
            Interpreter interpreter = new Interpreter((Pointer) null);
            int built;
            try (InterpreterBuilder builder = new InterpreterBuilder(flatBuffer, resolver)) {
                builder.SetNumThreads(options.threads());
                built = builder.apply(interpreter);
            }
            resources.own(interpreter);
            if (built != kTfLiteOk || interpreter.AllocateTensors() != kTfLiteOk) {
                throw LoadFailure.notLoadable(model, "an operator or a shape is not supported");
            }
            return new TfLiteSession(resources, interpreter, model, options.threads());
        } catch (IOException e) {
            resources.close();
            throw LoadFailure.unreadable(model, e);
        } catch (RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    /** Read here and not by the library, which takes file names in the encoding of the system only. */
    private static BytePointer read(ModelFile model, NativeResources resources) throws IOException {
        try (FileChannel channel = FileChannel.open(model.path())) {
            BytePointer bytes = resources.own(new BytePointer(channel.size()));
            ByteBuffer target = bytes.asByteBuffer();
            while (target.hasRemaining()) {
                if (channel.read(target) < 0) {
                    throw new EOFException("the file became shorter while it was read");
                }
            }
            return bytes;
        }
    }

    private static TensorInfo describe(ModelFile model, BytePointer name, TfLiteTensor tensor) {
        if (tensor.type() != kTfLiteFloat32) {
            throw LoadFailure.notFloat(model, name.getString(), TfLiteTypeGetName(tensor.type()).getString());
        }
        List<Integer> shape = new ArrayList<>();
        for (int side : shape(tensor)) {
            shape.add(side);
        }
        return new TensorInfo(name.getString(), shape);
    }

    private static int[] shape(TfLiteTensor tensor) {
        TfLiteIntArray sides = tensor.dims();
        int[] shape = new int[sides.size()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = sides.data(axis);
        }
        return shape;
    }

    @Override
    public NetworkRuntime runtime() {
        return NetworkRuntime.TFLITE;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public List<TensorInfo> inputs() {
        return List.copyOf(inputs);
    }

    @Override
    public List<TensorInfo> outputs() {
        return List.copyOf(outputs);
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> given) {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        InputCheck.require(inputs, given);
        for (int i = 0; i < inputs.size(); i++) {
            memory(interpreter.input_tensor(i)).put(given.get(inputs.get(i).name()).data());
        }
        if (interpreter.Invoke() != kTfLiteOk) {
            throw new InferenceException("TensorFlow Lite could not run " + file);
        }
        Map<String, Tensor> results = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            TfLiteTensor tensor = interpreter.output_tensor(i);
            results.put(outputs.get(i).name(), Tensor.of(memory(tensor), shape(tensor)));
        }
        return results;
    }

    private FloatBuffer memory(TfLiteTensor tensor) {
        return MemorySegment.ofAddress(tensor.data().f().address()).reinterpret(tensor.bytes(), views, null)
                .asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            views.close();
            resources.close();
        }
    }
}
