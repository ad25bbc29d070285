import type { Problem } from '../../problem.ts';

/** What can be wrong with Docker before anything is asked of it. */
export type DockerFault = 'no docker' | 'not running' | 'not allowed' | 'no answer' | 'no compose' | 'old compose';

/** The systems that need different words; any other is told what Linux is. */
type System = 'linux' | 'darwin' | 'win32';

const START_DESKTOP = 'Start Docker Desktop and wait until it says that the engine is running.';
const RESTART_DESKTOP = 'Restart Docker Desktop; if that does not help, restart the computer.';
const UPDATE_DESKTOP = 'Update Docker Desktop, which brings it.';
const COMPOSE_ON_LINUX =
  'Install the Compose plugin: sudo apt-get install docker-compose-plugin, or see https://docs.docker.com/compose/install/linux/';

const NEXT: Readonly<Record<DockerFault, Readonly<Record<System, string>>>> = {
  'no docker': {
    linux: 'Install Docker Engine with its Compose plugin: https://docs.docker.com/engine/install/',
    darwin: 'Install Docker Desktop: https://docs.docker.com/desktop/setup/install/mac-install/',
    win32: 'Install Docker Desktop: https://docs.docker.com/desktop/setup/install/windows-install/',
  },
  'not running': { linux: 'Start it: sudo systemctl start docker', darwin: START_DESKTOP, win32: START_DESKTOP },
  'not allowed': {
    linux: 'Join the group that may: sudo usermod -aG docker "$USER", then log out and in again.',
    darwin: RESTART_DESKTOP,
    win32: 'Ask an administrator to add you to the group docker-users, then log out and in again.',
  },
  'no answer': { linux: 'Restart it: sudo systemctl restart docker', darwin: RESTART_DESKTOP, win32: RESTART_DESKTOP },
  'no compose': { linux: COMPOSE_ON_LINUX, darwin: UPDATE_DESKTOP, win32: UPDATE_DESKTOP },
  'old compose': { linux: COMPOSE_ON_LINUX, darwin: UPDATE_DESKTOP, win32: UPDATE_DESKTOP },
};

function isSystem(platform: string): platform is System {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32';
}

/**
 * Puts a fault into words.
 * @param fault what is wrong
 * @param words what happened and, where it says more, why
 * @param platform the system, as Node names it
 * @returns the problem, with what to do on this system
 */
export function dockerAdvice(fault: DockerFault, words: Omit<Problem, 'next'>, platform: string): Problem {
  return { ...words, next: NEXT[fault][isSystem(platform) ? platform : 'linux'] };
}
