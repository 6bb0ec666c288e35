package dev.assay.application.step;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands before a port: it hears of every call, and may prevent it. */
final class Tap {

  private Tap() {}

  /** Hears of calls; what it throws, the caller gets. */
  @FunctionalInterface
  interface Listener {

    /**
     * A call is to be made.
     *
     * @param name of the method, with its argument if that is one text or begins with one
     * @param call makes the call
     */
    @Nullable Object calling(String name, Call call);
  }

  /** Makes the call. */
  @FunctionalInterface
  interface Call {
    @Nullable Object proceed();
  }

  /** Hears of calls before they are made. */
  @FunctionalInterface
  interface Before {
    void calling(String name);
  }

  static <T> T before(Class<? super T> port, T real, Before listener) {
    return around(
        port,
        real,
        (name, call) -> {
          listener.calling(name);
          return call.proceed();
        });
  }

  @SuppressWarnings("unchecked") // The proxy has the one interface that it is asked for.
  static <T> T around(Class<? super T> port, T real, Listener listener) {
    Object proxy =
        Proxy.newProxyInstance(
            Tap.class.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              Object first = arguments == null || arguments.length == 0 ? null : arguments[0];
              String name = method.getName() + (first instanceof String text ? " " + text : "");
              return listener.calling(
                  name,
                  () -> {
                    try {
                      return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                      throw unchecked(e.getCause());
                    } catch (IllegalAccessException e) {
                      throw new IllegalStateException(e);
                    }
                  });
            });
    return (T) proxy;
  }

  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException("a port threw a checked exception", thrown);
  }
}
